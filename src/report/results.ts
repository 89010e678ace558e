import type { Caller } from '../conformance/authorisation.ts';
import { effortOf } from '../conformance/effort.ts';
import type { ExchangeLine } from '../conformance/ledger.ts';
import type { RunVerdict, Verdict } from '../conformance/verdict.ts';
import { toCurl } from '../http/curl.ts';
import type { Exchange } from '../http/exchange.ts';
import { judgeGrid } from './authorisation-grid.ts';
import { changesSince, type Comparable } from './comparison.ts';
import type { JudgedRequirement } from './judged-requirement.ts';
import { runVerdict } from './run-verdict.ts';

/** What is known of a run beside its verdicts. */
export interface RunFacts {
  readonly suite: { readonly name: string; readonly version: string };
  readonly revision: string;
  readonly specDigest: string;
  readonly target: { readonly baseUrl: string; readonly tenant: string; readonly embedded: boolean };
  readonly profile: string;
  readonly claims: readonly string[];
  readonly unclaimed: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly runId: string;
  readonly partial: boolean;
  /** Whether a broken SHOULD failed. */
  readonly strict: boolean;
  readonly startedAt: string;
  readonly durationMs: number;
  /** Milliseconds within which an accepted change had to become visible. */
  readonly convergenceMs: number;
  readonly requests: number;
  /** Every exchange of the requirements and of the clean-up, in one line. */
  readonly exchanges: readonly ExchangeLine[];
  readonly leftovers: readonly string[];
  /** What went wrong outside of any requirement: in the suite itself, or in the list of known failures. */
  readonly faults: readonly string[];
}

/** What a target is called for people. */
export function nameOf({ baseUrl, embedded }: RunFacts['target']): string {
  return embedded ? `the embedded reference target (${baseUrl})` : baseUrl;
}

export type Results = ReturnType<typeof toResults>;

const SUMMARY: readonly (readonly [string, Verdict])[] = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['warning', 'warning'],
  ['notApplicable', 'not-applicable'],
  ['untestable', 'untestable'],
  ['error', 'error'],
  ['waived', 'waived'],
];

/** What a run is seen against: the authorisation grid of the service, and the results of an earlier run, if any. */
export interface Background {
  readonly callers: readonly Caller[];
  readonly earlier?: Comparable | undefined;
}

/** The document of `results.json`; a partial run that broke nothing is at most incomplete, one with faults an error. */
export function toResults(
  { exchanges, ...facts }: RunFacts,
  judged: readonly JudgedRequirement[],
  { callers, earlier }: Background,
) {
  const requirements = judged.map((entry) => toEntry(entry));
  const count = (wanted: Verdict) => judged.filter((entry) => entry.verdict === wanted).length;
  return {
    schemaVersion: 1,
    ...facts,
    verdict: verdictOf(facts, judged),
    summary: Object.fromEntries(SUMMARY.map(([name, wanted]) => [name, count(wanted)])),
    effort: effortOf(exchanges),
    ...(earlier && { comparison: compare(earlier, { ...facts, requirements }) }),
    requirements,
    authorisation: judgeGrid(callers, judged, exchanges),
    exchanges,
  };
}

function compare(earlier: Comparable, now: Comparable) {
  const { runId, startedAt } = earlier;
  return { runId, startedAt, changes: changesSince(earlier, now) };
}

function verdictOf(
  { partial, faults }: Pick<RunFacts, 'partial' | 'faults'>,
  judged: readonly JudgedRequirement[],
): RunVerdict {
  const verdict = runVerdict(judged);
  if (faults.length > 0 && verdict !== 'non-conformant') return 'error';
  return partial && verdict === 'conformant' ? 'incomplete' : verdict;
}

function toEntry(judged: JudgedRequirement) {
  const { requirement, level, verdict, provisional, reason, durationMs, notes, convergences } = judged;
  const { id, statement, source, operations } = requirement;
  return {
    id,
    level,
    operation: operations.join(','),
    statement,
    source,
    verdict,
    ...(provisional && { provisional }),
    durationMs,
    ...(reason !== undefined && { reason }),
    ...(notes.length > 0 && { notes }),
    ...(convergences.length > 0 && { convergences }),
    ...(judged.findings.length > 0 && { findings: judged.findings.map((finding) => toFinding(finding)) }),
    exchanges: judged.exchanges,
  };
}

function toFinding({ expected, received, pointer, label, exchanges }: JudgedRequirement['findings'][number]) {
  return { expected, received, pointer, label, exchanges: exchanges.map((exchange) => toEvidenceEntry(exchange)) };
}

function toEvidenceEntry(exchange: Exchange) {
  return { ...exchange, curl: toCurl(exchange.request) };
}
