import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Journal } from './journal.ts';
import { readJournal } from './read-journal.ts';

const AT = 1_000;
const HEAD = { runId: 'r1', baseUrl: 'http://127.0.0.1:1' };

function openJournal() {
  const file = join(mkdtempSync(join(tmpdir(), 'journal-')), 'deep', 'journal.jsonl');
  const lines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  return { journal: new Journal(file, HEAD), lines, file };
}

describe('a journal', () => {
  test('is on disk as soon as a creation is announced', () => {
    const { journal, lines } = openJournal();
    journal.announce('acmeshop', 'ada@example.com', undefined);
    expect(lines()).toEqual([HEAD, { n: 0, tenant: 'acmeshop', email: 'ada@example.com', state: 'announced' }]);
  });

  test('keeps what became of it, with the number that the target told', () => {
    const { journal, lines } = openJournal();
    const entry = journal.announce('acmeshop', 'ada@example.com', undefined);
    journal.settle(entry, { state: 'created', at: AT, number: '17' });
    expect(lines().at(-1)).toMatchObject({ number: '17', state: 'created' });
    expect(journal.has('acmeshop', '17')).toBe(true);
    expect(journal.has('othershop', '17')).toBe(false);
    journal.settle(entry, { state: 'refused', at: AT });
    expect(journal.has('acmeshop', '17')).toBe(false);
  });

  test('can be read again, whatever a crash cut off', () => {
    const { journal, file } = openJournal();
    const first = journal.announce('acmeshop', 'ada@example.com', undefined);
    journal.settle(first, { state: 'created', at: AT, number: '17' });
    journal.announce('acmeshop', 'bo@example.com', '18');
    appendFileSync(file, '{"n":2,"tenant":"acme');
    const { head, entries } = readJournal(file);
    expect(head).toEqual(HEAD);
    expect(entries).toMatchObject([
      { number: '17', state: 'created' },
      { number: '18', state: 'announced' },
    ]);
  });

  test('is gone once nothing is left to delete, and not before', () => {
    const { journal, file } = openJournal();
    const entry = journal.announce('acmeshop', 'ada@example.com', undefined);
    journal.close();
    expect(existsSync(file)).toBe(true);
    journal.settle(entry, { state: 'deleted', at: AT });
    journal.close();
    expect(existsSync(file)).toBe(false);
  });

  test('is gone too where what is open left nothing to look for', () => {
    const { journal, file } = openJournal();
    journal.announce('acmeshop', undefined, undefined);
    journal.close();
    expect(existsSync(file)).toBe(false);
  });
});
