import { readFileSync } from 'node:fs';
import type { JournalEntry, JournalHead } from './journal.ts';

/** A journal as it stands on disk: whose it is, and the latest word on each entry. */
export interface JournalOnDisk {
  readonly head: JournalHead;
  readonly entries: readonly JournalEntry[];
}

/** Reads a journal that a run left behind; a last line that was cut off is passed over. Throws Error in one line. */
export function readJournal(file: string): JournalOnDisk {
  const [head, ...lines] = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => parseLine(line));
  if (!isHead(head)) throw new Error(`${file} is no journal of this suite`);
  const latest = new Map(lines.filter((line) => isEntry(line)).map((entry) => [entry.n, entry]));
  return { head, entries: [...latest.values()].map((entry) => ({ ...entry })) };
}

function parseLine(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

function isHead(line: unknown): line is JournalHead {
  return typeof line === 'object' && line !== null && 'runId' in line && 'baseUrl' in line;
}

function isEntry(line: unknown): line is JournalEntry {
  return typeof line === 'object' && line !== null && 'n' in line && 'tenant' in line && 'state' in line;
}
