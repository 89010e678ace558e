import { join } from 'node:path';
import { textReport } from '../report/text-report.ts';
import { clearReports, type Extras } from '../report/write-reports.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { EXIT_CODES } from './exit-code.ts';
import { judgeAgain } from './judging.ts';
import { progressOn } from './progress/progress.ts';
import { readRecordedRun, type RecordedRun } from './recorded-run.ts';
import { suiteIdentity } from './suite-identity.ts';

/** What to judge again, and where the reports go. */
export interface JudgeWish {
  readonly folder: string;
  /** By default `judged` beside the folder of evidence. */
  readonly reportDir: string | undefined;
  readonly extras: Extras;
}

/**
 * Decides the verdicts of a recorded run again, without a network. Returns the exit code of the verdict, or 2 where
 * `results.json` beside the evidence says anything else. Throws ConfigurationError where there is no evidence.
 */
export async function judgeCommand({ folder, reportDir, extras }: JudgeWish): Promise<number> {
  const target = reportDir ?? join(folder, '..', 'judged');
  tellWhat(readRecordedRun(folder));
  clearReports(target);
  const progress = progressOn.bind(undefined, process.stdout);
  const results = await judgeAgain(folder, { reportDir: target, extras, progress });
  process.stdout.write(`${textReport(results)}\nreports: ${target}\n`);
  const differences = compareVerdicts(join(folder, '..', 'results.json'), results);
  process.stdout.write(`${differences.lines.join('\n')}\n`);
  return differences.areThere ? EXIT_CODES.error : EXIT_CODES[results.verdict];
}

function tellWhat({ facts, settings }: RecordedRun): void {
  const { name, version } = facts.suite;
  const own = suiteIdentity().version;
  process.stdout.write(`judging again run ${settings.runId} on ${settings.baseUrl}, started ${facts.startedAt}\n`);
  if (version !== own) process.stdout.write(`it was recorded by ${name} ${version}; this is ${own}\n`);
}
