import { loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { toResults, type RunFacts } from '../report/results.ts';
import { textReport } from '../report/text-report.ts';
import { clearReports, writeReports } from '../report/write-reports.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { serviceFile } from '../spec/package-root.ts';
import type { Configuration } from './configuration.ts';
import { examineAll } from './engine.ts';
import { EXIT_CODES } from './exit-code.ts';
import { judgeAll, judgeNone } from './judgement.ts';
import { openMailbox } from './mailbox.ts';
import { openPreflightClient } from './preflight.ts';
import { progressOn } from './progress.ts';
import { finishedFacts, unstartedFacts, type Ordered } from './run-facts.ts';
import { select } from './selection.ts';
import { resolveSettings, SERVICE } from './settings.ts';

/** What to judge beside the configuration: patterns of requirement ids, and whether the target is our own. */
export interface Order {
  readonly only: readonly string[];
  readonly embedded: boolean;
}

/** Judges a target, writes the reports and returns the exit code. Throws ConfigurationError, SpecError. */
export async function run(configuration: Configuration, { only, embedded }: Order): Promise<number> {
  const wanted = select(loadCatalogue(SERVICE), only);
  const { digest } = await loadSpec(serviceFile(SERVICE, 'openapi.yaml'));
  clearReports(configuration.reportDir);
  const partial = only.length > 0;
  const ordered = { configuration, specDigest: digest, partial, embedded, startedAt: Date.now() };
  try {
    return await examine(ordered, wanted);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const { revision, reportDir } = configuration;
    writeReports(reportDir, toResults(unstartedFacts(ordered), judgeNone(wanted, revision, reason)));
    throw fault;
  }
}

async function examine(ordered: Ordered, wanted: readonly Requirement[]): Promise<number> {
  const { configuration, partial } = ordered;
  const mailbox = await openMailbox(configuration.mailSink);
  const client = openPreflightClient(configuration);
  try {
    const { settings, claims } = await resolveSettings(client, configuration, mailbox.url);
    const { baseUrl, tenant, seed, runId, revision } = settings;
    process.stdout.write(
      `judging ${baseUrl}, tenant ${tenant}, profile ${claims.profile}, seed ${seed}, run ${runId}\n`,
    );
    const selection = partial ? wanted.map(({ id }) => id) : undefined;
    const reporter = await examineAll({ ...settings, selection }, progressOn(process.stdout));
    return conclude(
      finishedFacts(ordered, runId, claims, reporter),
      judgeAll(wanted, revision, reporter),
      configuration,
    );
  } finally {
    await client.close();
    await mailbox.close();
  }
}

function conclude(facts: RunFacts, judged: ReturnType<typeof judgeAll>, { reportDir }: Configuration): number {
  const results = toResults(facts, judged);
  writeReports(reportDir, results);
  process.stdout.write(`${textReport(results)}\nreports: ${reportDir}\n`);
  return EXIT_CODES[results.verdict];
}
