import type { Requirement } from '../conformance/catalogue.ts';
import { waive } from '../report/known-failures.ts';
import { toResults, type Results } from '../report/results.ts';
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
}

/** Judges what was examined and writes every report. Throws where the disk refuses. */
export function concludeRun(
  { facts, settings, known, day }: RecordedRun,
  wanted: readonly Requirement[],
  reporter: VerdictReporter,
  { reportDir, extras, exchanges }: Delivery,
): Results {
  const { gap, ...told } = reporter.closing ?? {};
  const { revision } = settings;
  const { judged, faults } = waive(judgeAll(wanted, { revision, strict: facts.strict }, reporter), known, day);
  const all = [...reporter.faults, ...(gap === undefined ? [] : [gap]), ...faults];
  const results = toResults({ ...facts, ...told, faults: all }, judged);
  writeReports(reportDir, results);
  writeExtras(reportDir, extras, results, exchanges);
  return results;
}
