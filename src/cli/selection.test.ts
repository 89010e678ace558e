import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../conformance/catalogue.ts';
import { select } from './selection.ts';

const catalogue = loadCatalogue('customer-tenant');
const idsOf = (...patterns: string[]) => select(catalogue, patterns).map(({ id }) => id);

describe('select', () => {
  test('without a pattern everything is selected', () => {
    expect(idsOf()).toHaveLength(catalogue.length);
  });

  test('an id selects itself, whatever its case', () => {
    expect(idsOf('LST-03')).toEqual(['LST-03']);
    expect(idsOf('lst-03')).toEqual(['LST-03']);
  });

  test('a star stands for any text', () => {
    expect(idsOf('TEN-*', 'OAU-01')).toEqual(['TEN-01', 'TEN-02', 'TEN-03', 'TEN-04', 'TEN-05', 'TEN-06', 'OAU-01']);
  });

  test.each(['LST-3', 'NOPE-*', 'LST.03', ''])('%j fits nothing and is told', (pattern) => {
    expect(() => idsOf('LST-03', pattern)).toThrow(`--only ${pattern} fits no requirement of the catalogue`);
  });
});
