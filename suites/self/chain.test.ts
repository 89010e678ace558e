import { expect, test } from 'vitest';
import type { EvidenceLine } from '../../src/conformance/evidence-line.ts';
import { longestChain } from '../bench/chain.ts';

/** A line of evidence, of which only who sent it and when counts here. */
function line(by: string, startedAt: number, durationMs: number): EvidenceLine {
  const request = { method: 'GET', url: 'http://127.0.0.1/', headers: {}, body: undefined };
  const response = { status: 200, headers: {}, body: '', json: undefined };
  const exchange = { sequence: 1, principal: 'read', request, response, startedAt, durationMs, repeats: [] };
  return { n: 1, by, key: '', answeredAt: startedAt + durationMs, exchange };
}

test('what was sent after an answer came depends on it, what was under way at the same time does not', () => {
  const lines = [line('A', 0, 10), line('A', 2, 10), line('A', 15, 10), line('B', 40, 10)];
  expect(longestChain(lines, [])).toBe(2);
});

test('what runs last, and the clean-up, follow the longest chain', () => {
  const lines = [
    line('A', 0, 10),
    line('A', 10, 10),
    line('C', 40, 5),
    line('D', 40, 5),
    line('clean-up', 50, 5),
    line('clean-up', 50, 5),
  ];
  expect(longestChain(lines, [['C', 'D'], ['clean-up']])).toBe(4);
});
