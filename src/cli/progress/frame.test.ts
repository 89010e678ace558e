import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { frameOf } from './frame.ts';
import type { RunState } from './run-state.ts';

const NOW = Date.parse('2026-01-01T12:00:00');

test('a frame tells how far each operation is, what was found, and what is waited for until when', () => {
  const wait = { by: 'LST-20', what: 'the customer is listed', until: NOW + 4_000 };
  const frame = stripVTControlCharacters(frameOf(stateOf(wait, { ...wait, by: 'GET-01', until: NOW + 1_000 }), NOW));
  expect(frame.split('\n')).toEqual([
    'LIST     ██████████░░░░░░░░░░░░░░░░░░░░ 1/3',
    'GET      ██████████████████████████████ 1/1',
    '1 passed, 1 broken, 0 untestable, 0 error, 61 s',
    'broken: LST-03',
    'waiting until 12:00:04 at most: the customer is listed (LST-20), and 1 more',
  ]);
});

test('a wait whose time is over is told no more', () => {
  expect(frameOf(stateOf({ by: 'the target', what: 'a pause', until: NOW - 1 }), NOW)).not.toContain('waiting');
});

function stateOf(...waits: { by: string; what: string; until: number }[]): RunState {
  return {
    startedAt: NOW - 61_000,
    groups: new Map([
      ['LIST', { done: 1, of: 3 }],
      ['GET', { done: 1, of: 1 }],
    ]),
    outcomes: new Map([
      ['LST-03', 'broken'],
      ['GET-01', 'passed'],
    ]),
    waits: new Map(waits.map((wait) => [wait.by, wait])),
  };
}
