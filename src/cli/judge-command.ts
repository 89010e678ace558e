import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../conformance/catalogue.ts';
import type { EvidenceLine } from '../conformance/evidence-line.ts';
import { readEvidence } from '../conformance/read-evidence.ts';
import type { Results } from '../report/results.ts';
import { textReport } from '../report/text-report.ts';
import { clearReports, type Extras } from '../report/write-reports.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { concludeRun } from './conclusion.ts';
import { ConfigurationError } from './configuration-error.ts';
import { examineAll } from './engine.ts';
import { EXIT_CODES } from './exit-code.ts';
import { progressOn } from './progress/progress.ts';
import { exchangesIn, readRecordedRun, type RecordedRun } from './recorded-run.ts';
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
export async function judgeCommand({
  folder,
  reportDir = join(folder, '..', 'judged'),
  extras,
}: JudgeWish): Promise<number> {
  const recorded = readRecordedRun(folder);
  const lines = readLines(exchangesIn(folder));
  tellWhat(recorded);
  clearReports(reportDir);
  const results = await judgeAgain(recorded, lines, folder, { reportDir, extras });
  process.stdout.write(`${textReport(results)}\nreports: ${reportDir}\n`);
  const differences = compareVerdicts(join(folder, '..', 'results.json'), results);
  process.stdout.write(`${differences.lines.join('\n')}\n`);
  return differences.areThere ? EXIT_CODES.error : EXIT_CODES[results.verdict];
}

async function judgeAgain(
  recorded: RecordedRun,
  lines: readonly EvidenceLine[],
  folder: string,
  where: { readonly reportDir: string; readonly extras: Extras },
): Promise<Results> {
  const { settings, facts } = recorded;
  const { selection } = settings;
  const wanted = loadCatalogue(settings.service).filter(({ id }) => selection?.includes(id) ?? true);
  const exchanges = exchangesIn(folder);
  const journal = mkdtempSync(join(tmpdir(), 'conformance-judge-'));
  const replay = { file: exchanges, isReplayed: true };
  try {
    const journalFile = join(journal, 'journal.jsonl');
    const reporter = await examineAll(
      { ...settings, journalFile, evidence: replay },
      progressOn(process.stdout, wanted),
    );
    const judged = { ...recorded, facts: { ...facts, durationMs: durationOf(lines, facts.startedAt) } };
    reporter.closing &&= { ...reporter.closing, requests: countRequests(lines) };
    return concludeRun(judged, wanted, reporter, { ...where, exchanges });
  } finally {
    rmSync(journal, { recursive: true });
  }
}

function readLines(file: string): EvidenceLine[] {
  try {
    return readEvidence(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`the evidence cannot be read: ${reason}`, { cause });
  }
}

function tellWhat({ facts, settings }: RecordedRun): void {
  const { name, version } = facts.suite;
  const own = suiteIdentity().version;
  process.stdout.write(`judging again run ${settings.runId} on ${settings.baseUrl}, started ${facts.startedAt}\n`);
  if (version !== own) process.stdout.write(`it was recorded by ${name} ${version}; this is ${own}\n`);
}

function durationOf(lines: readonly EvidenceLine[], startedAt: string): number {
  return Math.max(...lines.map(({ answeredAt }) => answeredAt)) - Date.parse(startedAt);
}

function countRequests(lines: readonly EvidenceLine[]): number {
  const sent = lines.filter(({ exchange }) => exchange?.principal !== 'mailbox');
  return sent.reduce((sum, { exchange }) => sum + 1 + (exchange?.repeats.length ?? 0), 0);
}
