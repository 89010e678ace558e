import { describe, expect, test } from 'vitest';
import { toResults } from './results.ts';
import { FACTS, judged, NOTHING } from './samples.ts';

describe('the verdict of a run', () => {
  test.each([
    ['conformant', [judged('passed')]],
    ['conformant', [judged('passed'), judged('broken', 'SHOULD'), judged('broken', 'MAY')]],
    ['conformant', [judged('passed'), judged('not-applicable'), judged('untestable', 'SHOULD')]],
    ['non-conformant', [judged('passed'), judged('broken'), judged('error')]],
    ['error', [judged('passed'), judged('error'), judged('untestable')]],
    ['error', [judged('passed'), judged('absent')]],
    ['error', []],
    ['error', [judged('not-applicable'), judged('untestable', 'SHOULD')]],
    ['incomplete', [judged('not-applicable'), judged('untestable')]],
    ['incomplete', [judged('passed'), judged('untestable')]],
  ] as const)('%s', (verdict, requirements) => {
    expect(toResults(FACTS, requirements, NOTHING).verdict).toBe(verdict);
  });

  test('what is provisional decides nothing', () => {
    const broken = judged('broken', 'MUST', true, true);
    expect([broken.verdict, toResults(FACTS, [judged('passed'), broken], NOTHING).verdict]).toEqual([
      'warning',
      'conformant',
    ]);
    const untestable = judged('untestable', 'MUST', false, true);
    expect(toResults(FACTS, [judged('passed'), untestable], NOTHING).verdict).toBe('conformant');
  });

  test('a partial run is never conformant', () => {
    expect(toResults({ ...FACTS, partial: true }, [judged('passed')], NOTHING).verdict).toBe('incomplete');
    expect(toResults({ ...FACTS, partial: true }, [judged('broken')], NOTHING).verdict).toBe('non-conformant');
  });

  test('a fault of the suite outside of a requirement is an error', () => {
    expect(toResults({ ...FACTS, faults: ['afterAll failed'] }, [judged('passed')], NOTHING).verdict).toBe('error');
  });
});
