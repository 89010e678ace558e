import { loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { waive, type Waiver } from '../report/known-failures.ts';
import { toResults, type RunFacts } from '../report/results.ts';
import { textReport } from '../report/text-report.ts';
import { clearReports, writeExtras, writeReports, type Extras } from '../report/write-reports.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { serviceFile } from '../spec/package-root.ts';
import type { Configuration } from './configuration.ts';
import { examineAll } from './engine.ts';
import { EXIT_CODES } from './exit-code.ts';
import { tellGitHub } from './github.ts';
import { judgeAll, judgeNone } from './judgement.ts';
import { openMailbox } from './mailbox.ts';
import { openPreflightClient } from './preflight.ts';
import { progressOn } from './progress.ts';
import { readKnownFailures } from './read-known-failures.ts';
import { finishedFacts, unstartedFacts, type Ordered } from './run-facts.ts';
import { isPartial, select, type Selection } from './selection.ts';
import { resolveSettings, SERVICE } from './settings.ts';

/** What to judge, and how strictly, beside the configuration. */
export interface Order {
  readonly selection: Selection;
  /** A broken SHOULD fails. */
  readonly strict: boolean;
  /** The file of known failures, if not the usual one. */
  readonly knownFailures: string | undefined;
  readonly extras: Extras;
  /** Whether the target is our own. */
  readonly embedded: boolean;
}

/** Judges a target, writes the reports and returns the exit code. Throws ConfigurationError, SpecError. */
export async function run(configuration: Configuration, order: Order): Promise<number> {
  const catalogue = loadCatalogue(SERVICE);
  const wanted = select(catalogue, order.selection, configuration.revision);
  const known = readKnownFailures(order.knownFailures, catalogue);
  const { digest } = await loadSpec(serviceFile(SERVICE, 'openapi.yaml'));
  clearReports(configuration.reportDir);
  const { strict, embedded, extras } = order;
  const partial = isPartial(order.selection);
  const ordered = {
    configuration,
    known,
    specDigest: digest,
    partial,
    strict,
    embedded,
    extras,
    startedAt: Date.now(),
  };
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
  const { configuration, known, partial, strict, extras } = ordered;
  const mailbox = await openMailbox(configuration.mailSink);
  const client = openPreflightClient(configuration);
  try {
    const { settings, claims } = await resolveSettings(client, configuration, mailbox.url);
    const { baseUrl, tenant, seed, runId, revision } = settings;
    process.stdout.write(
      `judging ${baseUrl}, tenant ${tenant}, profile ${claims.profile}, seed ${seed}, run ${runId}\n`,
    );
    const selection = partial ? wanted.map(({ id }) => id) : undefined;
    const reporter = await examineAll({ ...settings, selection, keepsBodies: extras.har }, progressOn(process.stdout));
    const waiver = waive(judgeAll(wanted, { revision, strict }, reporter), known, today());
    return conclude(finishedFacts(ordered, runId, claims, reporter), waiver, ordered);
  } finally {
    await client.close();
    await mailbox.close();
  }
}

function conclude(facts: RunFacts, { judged, faults }: Waiver, { configuration, extras }: Ordered): number {
  const { reportDir } = configuration;
  const results = toResults({ ...facts, faults: [...facts.faults, ...faults] }, judged);
  writeReports(reportDir, results);
  writeExtras(reportDir, extras, results, judged);
  process.stdout.write(`${textReport(results)}\nreports: ${reportDir}\n`);
  tellGitHub(results, process.env);
  return EXIT_CODES[results.verdict];
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
