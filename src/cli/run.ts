import { loadCatalogue } from '../conformance/catalogue.ts';
import type { RunSettings } from '../conformance/run-settings.ts';
import { toResults, type Results } from '../report/results.ts';
import { textReport } from '../report/text-report.ts';
import { writeReports } from '../report/write-reports.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { serviceFile } from '../spec/package-root.ts';
import type { Claims } from './claims.ts';
import type { Configuration } from './configuration.ts';
import { examineAll } from './engine.ts';
import { EXIT_CODES } from './exit-code.ts';
import { judgeAll } from './judgement.ts';
import { openMailbox } from './mailbox.ts';
import { openPreflightClient } from './preflight.ts';
import { progressOn } from './progress.ts';
import { select } from './selection.ts';
import { resolveSettings, SERVICE } from './settings.ts';
import { factsOf, type Finished } from './run-facts.ts';

/** What to judge beside the configuration: patterns of requirement ids, and whether the target is our own. */
export interface Order {
  readonly only: readonly string[];
  readonly embedded: boolean;
}

/** Judges a target, writes the reports and returns the exit code. Throws ConfigurationError, SpecError, ReportError. */
export async function run(configuration: Configuration, order: Order): Promise<number> {
  const wanted = select(loadCatalogue(SERVICE), order.only);
  const spec = await loadSpec(serviceFile(SERVICE, 'openapi.yaml'));
  const mailbox = await openMailbox(configuration.mailSink);
  const client = openPreflightClient(configuration);
  try {
    const { settings, claims } = await resolveSettings(client, configuration, mailbox.url);
    process.stdout.write(announce(settings, claims));
    const selection = order.only.length > 0 ? wanted.map(({ id }) => id) : undefined;
    const finished = await examine({ ...settings, selection });
    const facts = factsOf({ settings, claims, spec, ...finished, partial: selection !== undefined, ...order });
    return conclude(toResults(facts, judgeAll(wanted, settings.revision, finished.reporter)), configuration, finished);
  } finally {
    await client.close();
    await mailbox.close();
  }
}

function announce({ baseUrl, tenant, seed, runId }: RunSettings, { profile }: Claims): string {
  return `judging ${baseUrl}, tenant ${tenant}, profile ${profile}, seed ${seed}, run ${runId}\n`;
}

async function examine(settings: RunSettings): Promise<Finished> {
  const startedAt = Date.now();
  const reporter = await examineAll(settings, progressOn(process.stdout));
  return { reporter, startedAt, durationMs: Date.now() - startedAt };
}

function conclude(results: Results, { reportDir }: Configuration, { reporter }: Finished): number {
  writeReports(reportDir, results);
  for (const fault of reporter.faults) process.stderr.write(`the suite failed outside of a requirement: ${fault}\n`);
  process.stdout.write(`${textReport(results)}\nreports: ${reportDir}\n`);
  return reporter.faults.length > 0 && results.verdict === 'conformant'
    ? EXIT_CODES.error
    : EXIT_CODES[results.verdict];
}
