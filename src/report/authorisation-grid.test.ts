import { expect, test } from 'vitest';
import { loadCatalogue } from '../conformance/catalogue.ts';
import type { Verdict } from '../conformance/verdict.ts';
import type { Exchange } from '../http/exchange.ts';
import { judgeGrid } from './authorisation-grid.ts';
import type { JudgedRequirement } from './judged-requirement.ts';

const CALLERS = [
  {
    label: 'no token',
    principal: 'anonymous',
    cells: {
      LIST: { answer: '401', requirements: ['AUTH-01'] },
      GET: { answer: '401', requirements: ['AUTH-01'] },
      PATCH: { answer: '401', requirements: ['AUTH-99'] },
    },
  },
];
const LINES = [
  lineOf(1, 'LIST', 'anonymous', 200),
  lineOf(2, 'GET', 'anonymous', 401),
  lineOf(3, 'GET', 'anonymous', 401),
  lineOf(4, 'GET', 'read', 200),
];

test('a cell tells the statuses that its caller got, and is left out where nobody judged it', () => {
  expect(judgeGrid(CALLERS, [judged('passed')], LINES)).toMatchObject([
    { operation: 'LIST', verdict: 'passed', seen: [200] },
    { operation: 'GET', verdict: 'passed', seen: [401] },
  ]);
});

test('a failure shows in the cell where it was found, and leaves the others undecided', () => {
  expect(judgeGrid(CALLERS, [judged('failed', 1)], LINES)).toMatchObject([
    { operation: 'LIST', verdict: 'failed' },
    { operation: 'GET', verdict: 'untestable' },
  ]);
});

function judged(verdict: Verdict, ...shownBy: readonly number[]): JudgedRequirement {
  const [requirement] = loadCatalogue('customer-tenant');
  if (requirement === undefined) throw new Error('the catalogue is empty');
  const exchanges = shownBy.map((sequence) => ({ sequence }) as Exchange);
  const findings = shownBy.length === 0 ? [] : [{ expected: '401', received: '200', exchanges }];
  const nothing = { exchanges: [], convergences: [], notes: [] };
  return { requirement, level: 'MUST', verdict, provisional: false, findings, durationMs: 1, ...nothing };
}

function lineOf(sequence: number, operation: string, principal: string, status: number) {
  const sent = { method: 'GET', url: 'http://127.0.0.1/x', durationMs: 1 };
  return { sequence, requirement: 'AUTH-01', operation, principal, status, ...sent };
}
