import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../conformance/catalogue.ts';
import { EVERYTHING, isPartial, select, type Selection } from './selection.ts';

const catalogue = loadCatalogue('customer-tenant');
const chosen = (selection: Partial<Selection>) => select(catalogue, { ...EVERYTHING, ...selection }, '2025');
const idsOf = (...only: string[]) => chosen({ only }).map(({ id }) => id);

describe('select', () => {
  test('without a pattern everything is selected, and the run is whole', () => {
    expect(idsOf()).toHaveLength(catalogue.length);
    expect(isPartial(EVERYTHING)).toBe(false);
  });

  test('an id selects itself, whatever its case', () => {
    expect(idsOf('LST-03')).toEqual(['LST-03']);
    expect(idsOf('lst-03')).toEqual(['LST-03']);
  });

  test('a star stands for any text', () => {
    expect(idsOf('TEN-*', 'OAU-01')).toEqual(['TEN-01', 'TEN-02', 'TEN-03', 'TEN-04', 'TEN-05', 'TEN-06', 'OAU-01']);
  });

  test('many stars stand for no more than one', () => {
    expect(idsOf(`LST-03${'*'.repeat(100)}`)).toEqual(['LST-03']);
    expect(() => idsOf(`${'*'.repeat(100)}X`)).toThrow('fits no requirement');
  });

  test('operations, levels and features select by what a requirement names', () => {
    expect(chosen({ operation: ['delete'] }).every(({ operations }) => operations.includes('DELETE'))).toBe(true);
    expect(chosen({ level: ['SHOULD'] }).every(({ level }) => level === 'SHOULD')).toBe(true);
    expect(chosen({ feature: ['mail'] }).every(({ needs }) => needs.includes('mail'))).toBe(true);
  });

  test('flags narrow each other', () => {
    const narrowed = chosen({ only: ['DEL-*'], level: ['MUST'] });
    expect(narrowed.length).toBeGreaterThan(2);
    expect(narrowed.every(({ id, level }) => id.startsWith('DEL-') && level === 'MUST')).toBe(true);
    expect(isPartial({ ...EVERYTHING, level: ['MUST'] })).toBe(true);
  });

  test.each(['LST-3', 'NOPE-*', 'LST.03', ''])('%j fits nothing and is told', (pattern) => {
    expect(() => idsOf('LST-03', pattern)).toThrow(`--only ${pattern} fits no requirement of the catalogue`);
  });

  test('a value that no requirement has is told, and so are flags that leave nothing', () => {
    expect(() => chosen({ operation: ['PURGE'] })).toThrow('--operation PURGE fits no requirement');
    expect(() => chosen({ only: ['LST-03'], operation: ['DELETE'] })).toThrow('no requirement fits all of the flags');
  });
});
