import { join } from 'node:path';
import { loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import type { EvidenceLine } from '../conformance/evidence-line.ts';
import { readEvidence } from '../conformance/read-evidence.ts';
import type { Results } from '../report/results.ts';
import type { Progress } from '../report/verdict-reporter.ts';
import type { Extras } from '../report/write-reports.ts';
import { concludeRun } from './conclusion.ts';
import { examineAll } from './engine.ts';
import { explain } from './explain.ts';
import { exchangesIn, type RecordedRun } from './recorded-run.ts';
import { inScratch } from './scratch.ts';

/** What a run left in its folder of evidence. */
export interface RunEvidence {
  readonly recorded: RecordedRun;
  readonly lines: readonly EvidenceLine[];
  /** The file that holds the lines. */
  readonly exchanges: string;
}

/** Where the reports of a run that is judged again go, which of them, and who is told how far it is. */
export interface Rejudgement {
  readonly reportDir: string;
  readonly extras: Extras;
  readonly progress: (wanted: readonly Requirement[]) => Progress;
  /** A folder with suites of somebody's own; a record never names any, for they are code. */
  readonly ownSuites: string | undefined;
}

/** Reads the evidence of a run whose record is known already. Throws ConfigurationError where it cannot be read. */
export function readRunEvidence(folder: string, recorded: RecordedRun): RunEvidence {
  const exchanges = exchangesIn(folder);
  const lines = explain('the evidence cannot be read', () => readEvidence(exchanges));
  return { recorded, lines, exchanges };
}

/** Decides the verdicts of a run again from its evidence, and writes the reports. Throws where the disk refuses. */
export async function judgeAgain(
  { recorded, lines, exchanges }: RunEvidence,
  { reportDir, extras, progress, ownSuites }: Rejudgement,
): Promise<Results> {
  const { settings, facts } = recorded;
  const wanted = loadCatalogue(settings.service, ownSuites).filter(
    ({ id }) => settings.selection?.includes(id) ?? true,
  );
  const evidence = { file: exchanges, isReplayed: true };
  return inScratch('judge', async (journal) => {
    const journalFile = join(journal, 'journal.jsonl');
    const reporter = await examineAll({ ...settings, ownSuites, journalFile, evidence }, progress(wanted));
    const judged = { ...recorded, facts: { ...facts, durationMs: durationOf(lines, facts.startedAt) } };
    reporter.closing &&= { ...reporter.closing, requests: countRequests(lines) };
    return concludeRun(judged, wanted, reporter, { reportDir, extras, exchanges });
  });
}

function durationOf(lines: readonly EvidenceLine[], startedAt: string): number {
  const start = Date.parse(startedAt);
  return lines.reduce((last, { answeredAt }) => Math.max(last, answeredAt - start), 0);
}

function countRequests(lines: readonly EvidenceLine[]): number {
  const sent = lines.filter(({ exchange, looks }) => looks === undefined && exchange?.principal !== 'mailbox');
  return sent.reduce((sum, { exchange }) => sum + 1 + (exchange?.repeats.length ?? 0), 0);
}
