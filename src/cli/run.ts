import { loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import type { KnownFailure } from '../report/known-failures.ts';
import { nameOf, toResults, type Results } from '../report/results.ts';
import { textReport } from '../report/text-report.ts';
import { clearRun, writeReports, type Extras } from '../report/write-reports.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { serviceFile } from '../spec/package-root.ts';
import { concludeRun } from './conclusion.ts';
import type { Configuration } from './configuration.ts';
import { examineAll } from './engine.ts';
import { EXIT_CODES } from './exit-code.ts';
import { explain } from './explain.ts';
import { tellGitHub } from './github.ts';
import { judgeNone } from './judgement.ts';
import { readBaseline } from './last-run.ts';
import { openMailbox } from './mailbox.ts';
import { expectReportFolder } from './output.ts';
import { openPreflightClient } from './preflight.ts';
import { progressOn } from './progress/progress.ts';
import { readKnownFailures } from './read-known-failures.ts';
import { evidenceFolderIn, exchangesIn, recordRun, type RecordedRun } from './recorded-run.ts';
import { inReportFolder } from './report-lock.ts';
import { startedFacts, unstartedFacts, type Ordered } from './run-facts.ts';
import { isPartial, select, type Selection } from './selection.ts';
import { SERVICE } from './service.ts';
import { resolveSettings } from './settings.ts';

/** What to judge, and how strictly, beside the configuration. */
export interface Order {
  readonly selection: Selection;
  /** A broken SHOULD fails. */
  readonly strict: boolean;
  /** The file of known failures, if not the usual one. */
  readonly knownFailures: string | undefined;
  /** Whether known failures are waived at all. */
  readonly waives: boolean;
  readonly extras: Extras;
  /** The `results.json` to compare with, if not the one in the report folder. */
  readonly baseline: string | undefined;
  /** Whether the target is our own. */
  readonly embedded: boolean;
}

/** Judges a target, writes the reports and returns the exit code. Throws ConfigurationError, SpecError. */
export async function run(configuration: Configuration, order: Order): Promise<number> {
  const catalogue = loadCatalogue(SERVICE, configuration.ownSuites);
  const { revision, reportDir } = configuration;
  const wanted = select(catalogue, order.selection, revision);
  const known = order.waives ? readKnownFailures(order.knownFailures, catalogue) : [];
  const { digest: specDigest } = await loadSpec(serviceFile(SERVICE, 'openapi.yaml'));
  const { strict, embedded } = order;
  const partial = isPartial(order.selection);
  const earlier = readBaseline(order, configuration);
  expectReportFolder(reportDir);
  const ordered = { configuration, specDigest, partial, strict, embedded, startedAt: Date.now() };
  return inReportFolder(reportDir, async () => {
    explain(`the reports of an earlier run cannot be removed from ${reportDir}`, () => clearRun(reportDir));
    try {
      return await examine(ordered, wanted, known, { extras: order.extras, earlier });
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      writeReports(reportDir, toResults(unstartedFacts(ordered), judgeNone(wanted, revision, reason), { callers: [] }));
      throw fault;
    }
  });
}

async function examine(
  ordered: Ordered,
  wanted: readonly Requirement[],
  known: readonly KnownFailure[],
  { extras, earlier }: { readonly extras: Extras; readonly earlier: Results | undefined },
): Promise<number> {
  const { configuration, partial, startedAt } = ordered;
  const { reportDir } = configuration;
  const mailbox = await openMailbox(configuration.mailSink);
  const client = openPreflightClient(configuration);
  try {
    const resolved = await resolveSettings(client, configuration, mailbox.url);
    const { claims } = resolved;
    const settings = { ...resolved.settings, selection: partial ? wanted.map(({ id }) => id) : undefined };
    const recorded = { facts: startedFacts(ordered, settings.runId, claims), settings, known, day: today() };
    recordRun(evidenceFolderIn(reportDir), recorded);
    tellStart(recorded);
    const exchanges = exchangesIn(evidenceFolderIn(reportDir));
    const evidence = { file: exchanges, isReplayed: false };
    const reporter = await examineAll({ ...settings, evidence }, progressOn(process.stdout, wanted));
    const finished = { ...recorded, facts: { ...recorded.facts, durationMs: Date.now() - startedAt } };
    return tellEnd(concludeRun(finished, wanted, reporter, { reportDir, extras, exchanges, earlier }), reportDir);
  } finally {
    await client.close();
    await mailbox.close();
  }
}

function tellStart({ facts, settings }: RecordedRun): void {
  const { tenant, seed, runId } = settings;
  process.stdout.write(
    `judging ${nameOf(facts.target)}, tenant ${tenant}, profile ${facts.profile}, seed ${seed}, run ${runId}\n`,
  );
}

/** Prints the end of a run and returns its exit code. */
function tellEnd(results: Results, reportDir: string): number {
  process.stdout.write(`${textReport(results)}\nreports: ${reportDir}\n`);
  tellGitHub(results, process.env);
  return EXIT_CODES[results.verdict];
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
