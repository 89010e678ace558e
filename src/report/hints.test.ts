import { expect, test } from 'vitest';
import type { ExchangeLine } from '../conformance/ledger.ts';
import { hintsOf } from './hints.ts';
import { toResults } from './results.ts';
import { ALL, FACTS, judged, NOTHING } from './samples.ts';

test('a run that tells of its target needs no hint', () => {
  expect(hintsOf(toResults(FACTS, ALL, NOTHING))).toEqual([]);
});

test('what could mostly not be tested leads to the doctor', () => {
  expect(hintsOf(toResults(FACTS, [judged('untestable')], NOTHING))).toEqual([expect.stringContaining('doctor')]);
});

test('answers for too many requests lead to the rate', () => {
  const line: ExchangeLine = {
    sequence: 1,
    requirement: 'LST-01',
    operation: 'LIST',
    principal: 'read',
    method: 'GET',
    url: 'http://127.0.0.1:1/customer/acmeshop/customers',
    status: 429,
    durationMs: 1,
  };
  const results = toResults({ ...FACTS, exchanges: [line, line] }, ALL, NOTHING);
  expect(hintsOf(results)).toEqual([
    '2 answers were 429, too many requests: CONFORMANCE_RATE=20 sends at most 20 a second',
  ]);
});
