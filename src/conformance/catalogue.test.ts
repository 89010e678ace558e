import { describe, expect, test } from 'vitest';
import { levelIn, loadCatalogue } from './catalogue.ts';

const catalogue = loadCatalogue('customer-tenant');
const find = (id: string) => catalogue.find((entry) => entry.id === id);

describe('the catalogue', () => {
  test('holds the 221 statements, their four splits and four more, each once', () => {
    expect(catalogue).toHaveLength(229);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(229);
  });

  test('says of each where it comes from', () => {
    const kinds = new Set(catalogue.flatMap(({ source }) => Object.keys(source)));
    expect([...kinds].toSorted()).toEqual(['client', 'document', 'page', 'pointer', 'ruling']);
  });

  test('a level can depend on the revision', () => {
    const unset = find('PAT-08');
    expect(unset && [levelIn(unset, '2025'), levelIn(unset, '2026')]).toEqual(['MAY', 'MUST']);
  });

  test('an unknown service is an error', () => {
    expect(() => loadCatalogue('nobody')).toThrow('ENOENT');
  });
});
