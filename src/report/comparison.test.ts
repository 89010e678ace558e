import { expect, test } from 'vitest';
import { changesSince } from './comparison.ts';

test('only what changed is told, what is gone last', () => {
  const earlier = runOf({ 'A-1': 'passed', 'A-2': 'passed', 'A-3': 'failed', 'A-9': 'passed' });
  const later = runOf({ 'A-1': 'passed', 'A-2': 'failed', 'A-3': 'passed', 'A-4': 'passed' });
  expect(changesSince(earlier, later)).toEqual([
    { id: 'A-2', before: 'passed', now: 'failed' },
    { id: 'A-3', before: 'failed', now: 'passed' },
    { id: 'A-4', before: undefined, now: 'passed' },
    { id: 'A-9', before: 'passed', now: undefined },
  ]);
});

test('what a partial run left out is neither gone nor new', () => {
  const whole = runOf({ 'A-1': 'passed', 'A-2': 'passed' });
  const partial = runOf({ 'A-1': 'failed' }, true);
  expect(changesSince(whole, partial)).toEqual([{ id: 'A-1', before: 'passed', now: 'failed' }]);
  expect(changesSince(partial, whole)).toEqual([{ id: 'A-1', before: 'failed', now: 'passed' }]);
});

function runOf(verdicts: Readonly<Record<string, string>>, partial = false) {
  const requirements = Object.entries(verdicts).map(([id, verdict]) => ({ id, verdict }));
  return { runId: 'r1', startedAt: '2026-01-01T00:00:00.000Z', partial, requirements };
}
