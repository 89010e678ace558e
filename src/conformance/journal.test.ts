import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Journal } from './journal.ts';

function openJournal() {
  const file = join(mkdtempSync(join(tmpdir(), 'journal-')), 'deep', 'journal.jsonl');
  const lines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  return { journal: new Journal(file), lines };
}

describe('a journal', () => {
  test('is on disk as soon as a creation is announced', () => {
    const { journal, lines } = openJournal();
    journal.announce('acmeshop', 'ada@example.com', undefined);
    expect(lines()).toEqual([{ tenant: 'acmeshop', email: 'ada@example.com', state: 'announced' }]);
  });

  test('keeps what became of it, with the number that the target told', () => {
    const { journal, lines } = openJournal();
    const entry = journal.announce('acmeshop', 'ada@example.com', undefined);
    journal.settle(entry, 'created', '17');
    expect(lines().at(-1)).toMatchObject({ number: '17', state: 'created' });
    expect(journal.find('acmeshop', '17')).toBe(entry);
    expect(journal.find('othershop', '17')).toBeUndefined();
    journal.settle(entry, 'deleted');
    expect(journal.find('acmeshop', '17')).toBeUndefined();
  });
});
