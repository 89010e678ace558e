import { loadAuthorisation } from '../conformance/authorisation.ts';
import type { Requirement } from '../conformance/catalogue.ts';
import { loadFrozenSet } from '../conformance/frozen-set.ts';
import { waive } from '../report/known-failures.ts';
import { toResults, type Results } from '../report/results.ts';
import type { Comparable } from '../report/comparison.ts';
import type { VerdictReporter } from '../report/verdict-reporter.ts';
import { writeExtras, writeReports, type Extras } from '../report/write-reports.ts';
import { judgeAll } from './judgement.ts';
import type { RecordedRun } from './recorded-run.ts';

/** Where a run's reports go, and which of them. */
export interface Delivery {
  readonly reportDir: string;
  readonly extras: Extras;
  /** The file with the exchanges of the run. */
  readonly exchanges: string;
  /** What to compare the verdicts with. */
  readonly earlier?: Comparable | undefined;
}

/** Judges what was examined and writes every report. Throws where the disk refuses. */
export function concludeRun(
  { facts, settings, known, day }: RecordedRun,
  wanted: readonly Requirement[],
  reporter: VerdictReporter,
  { reportDir, extras, exchanges, earlier }: Delivery,
): Results {
  const { gap, ...told } = reporter.closing ?? {};
  const frozen = loadFrozenSet(settings.service, settings.revision);
  const { judged, faults } = waive(judgeAll(wanted, { frozen, strict: facts.strict }, reporter), known, day);
  const all = [...reporter.faults, ...(gap === undefined ? [] : [gap]), ...faults];
  const results = toResults({ ...facts, ...told, faults: all }, judged, {
    callers: loadAuthorisation(settings.service),
    earlier,
  });
  writeReports(reportDir, results);
  writeExtras(reportDir, extras, results, exchanges);
  return results;
}
