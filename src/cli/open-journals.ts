import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal, type JournalOnDisk } from '../conformance/read-journal.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { explain } from './explain.ts';

/** A journal with the file that it stands in. */
export interface OpenedJournal extends JournalOnDisk {
  readonly file: string;
}

/** The named journals, or all of this target in the report folder. Throws ConfigurationError for one of another target. */
export function openJournals(configuration: Configuration, named: readonly string[]): OpenedJournal[] {
  return named.length > 0 ? named.map((file) => openNamed(file, configuration)) : findAll(configuration);
}

function findAll({ reportDir, baseUrl }: Configuration): OpenedJournal[] {
  if (!existsSync(reportDir)) return [];
  const names = readdirSync(reportDir).filter((name) => /^journal-.*\.jsonl$/.test(name));
  const found = names.toSorted().map((name) => openJournal(join(reportDir, name)));
  return found.filter(({ head }) => head.baseUrl === baseUrl);
}

function openNamed(file: string, { baseUrl }: Configuration): OpenedJournal {
  const journal = openJournal(file);
  if (journal.head.baseUrl === baseUrl) return journal;
  throw new ConfigurationError(`${file} belongs to ${journal.head.baseUrl}, not to ${baseUrl}; set TARGET_BASE_URL`);
}

function openJournal(file: string): OpenedJournal {
  return { file, ...explain('the journal cannot be read', () => readJournal(file)) };
}
