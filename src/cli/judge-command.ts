import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { differencesBetween } from '../report/comparison.ts';
import type { Results } from '../report/results.ts';
import { textReport } from '../report/text-report.ts';
import { clearReports, type Extras } from '../report/write-reports.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { judgeAgain, readRunEvidence } from './judging.ts';
import { ownSuites } from './own-suites.ts';
import { progressOn } from './progress/progress.ts';
import { readResults } from './read-results.ts';
import { readRecordedRun, type RecordedRun } from './recorded-run.ts';
import { suiteIdentity } from './suite-identity.ts';

// What the verdicts are of.
const OF_RUN = ['runId', 'target', 'revision', 'profile', 'seed', 'partial', 'strict', 'verdict'] as const;

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
  if (resolve(target) === resolve(folder, '..'))
    throw new ConfigurationError(`--report-dir ${target} holds the results that are compared; take another folder`);
  const file = join(folder, '..', 'results.json');
  const before = existsSync(file) ? readResults(file) : undefined;
  const recorded = readRecordedRun(folder);
  tellWhat(recorded);
  clearReports(target);
  const progress = progressOn.bind(undefined, process.stdout);
  const how = { reportDir: target, extras, progress, ownSuites: ownSuites() };
  const results = await judgeAgain(readRunEvidence(folder, recorded), how);
  process.stdout.write(`${textReport(results)}\nreports: ${target}\n`);
  const differences = before && differencesOf(before, results);
  process.stdout.write(`${describe(differences, file)}\n`);
  return differences === undefined || differences.length === 0 ? EXIT_CODES[results.verdict] : EXIT_CODES.error;
}

function differencesOf(before: Results, judged: Results): string[] {
  const ofRun = OF_RUN.filter((name) => !isDeepStrictEqual(before[name], judged[name]));
  return [
    ...ofRun.map((name) => `  ${name}: not what the evidence says`),
    ...differencesBetween(before, judged).map(
      ({ id, before: told, now }) => `  ${id}: ${told ?? 'not there'}, by the evidence ${now ?? 'not there'}`,
    ),
    ...levelsThatDiffer(before, judged).map((id) => `  ${id}: of another level`),
  ];
}

function levelsThatDiffer(before: Results, judged: Results): string[] {
  const levels = new Map(judged.requirements.map(({ id, level }) => [id, level]));
  return before.requirements.flatMap(({ id, level }) => (levels.has(id) && levels.get(id) !== level ? [id] : []));
}

function describe(differences: readonly string[] | undefined, file: string): string {
  if (differences === undefined) return `there is no ${file} to compare with`;
  if (differences.length === 0) return `the same verdicts as in ${file}`;
  return [`not what ${file} says:`, ...differences].join('\n');
}

function tellWhat({ facts, settings }: RecordedRun): void {
  const { name, version } = facts.suite;
  const own = suiteIdentity().version;
  process.stdout.write(`judging again run ${settings.runId} on ${settings.baseUrl}, started ${facts.startedAt}\n`);
  if (version !== own) process.stdout.write(`it was recorded by ${name} ${version}; this is ${own}\n`);
}
