import { inShort } from '../conformance/finding.ts';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];

/** The run in the Common Test Report Format: one test for each requirement. */
export function ctrfReport(results: Results): string {
  const { suite, startedAt, durationMs, requirements } = results;
  const start = Date.parse(startedAt);
  const tests = requirements.map((entry) => test(entry));
  const count = (wanted: string) => tests.filter(({ status }) => status === wanted).length;
  const counts = Object.fromEntries(STATUSES.map((status) => [status, count(status)]));
  const summary = { tests: tests.length, ...counts, start, stop: start + durationMs };
  const extra = { verdict: results.verdict, partial: results.partial, seed: results.seed, target: results.target };
  const document = { tool: { name: suite.name, version: suite.version }, summary, tests, extra };
  return `${JSON.stringify({ reportFormat: 'CTRF', specVersion: '0.0.0', results: document }, null, 2)}\n`;
}

const STATUSES = ['passed', 'failed', 'skipped', 'pending', 'other'] as const;

const STATUS_OF: Readonly<Record<Entry['verdict'], (typeof STATUSES)[number]>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'failed',
  warning: 'other',
  waived: 'other',
  untestable: 'skipped',
  'not-applicable': 'skipped',
};

function test({ id, statement, verdict, durationMs, operation, level, reason, findings }: Entry) {
  const [first] = findings ?? [];
  const message = reason ?? (first && inShort(first));
  return {
    name: id,
    status: STATUS_OF[verdict],
    duration: durationMs,
    suite: [operation],
    rawStatus: verdict,
    tags: [level],
    ...(message !== undefined && { message }),
    extra: { statement },
  };
}
