import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../conformance/catalogue.ts';
import { readKnownFailures } from './read-known-failures.ts';

const catalogue = loadCatalogue('customer-tenant');
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const ENTRY = '- { requirement: LST-03, reason: r, owner: o, link: l, expires: 2026-12-31 }';

describe('a list of known failures', () => {
  test('is read', () => {
    expect(read(ENTRY)).toEqual([{ requirement: 'LST-03', reason: 'r', owner: 'o', link: 'l', expires: '2026-12-31' }]);
  });

  test('is empty where no file is named and none is there', () => {
    expect(readKnownFailures(undefined, catalogue)).toEqual([]);
  });

  test.each([
    ['is read in spite of a byte order mark', `\uFEFF${ENTRY}`, 1],
    ['may have been emptied', '# none any more\n', 0],
  ])('%s', (_what, text, count) => {
    expect(read(text)).toHaveLength(count);
  });

  test.each([
    ['- { requirement: LST-03 ', /cannot be read: .*/],
    ['requirement: LST-03', /the document must be array/],
    ['- { requirement: LST-03, reason: r, owner: o, link: l }', /\/0 must have required property 'expires'/],
    [ENTRY.replace('2026-12-31', '2027-02-31'), /2027-02-31 is no day/],
    [ENTRY.replace('2026-12-31', '2026-13-01'), /\/0\/expires must match pattern/],
    [ENTRY.replace('owner', 'onwer'), /\/0 must (have required property 'owner'|NOT have additional)/],
    [ENTRY.replace('LST-03', 'LST-99'), /the catalogue has no requirement LST-99/],
    [`${ENTRY}\n${ENTRY}`, /LST-03 stands twice/],
  ])('%s is refused in one line', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('that is named has to be there', () => {
    expect(() => readKnownFailures(join(folder, 'none.yaml'), catalogue)).toThrow(/none\.yaml cannot be read: ENOENT/);
  });
});

function read(text: string) {
  const file = join(folder, 'known.yaml');
  writeFileSync(file, text);
  return readKnownFailures(file, catalogue);
}
