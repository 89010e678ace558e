import { expect, test } from 'vitest';
import { Liveness } from './liveness.ts';

const AT_ONCE = 32;

/** A target whose requests left and were given up at these milliseconds, in that order. */
function after(...unanswered: readonly (readonly [number, number])[]): Liveness {
  const liveness = new Liveness();
  for (const [leftAt, now] of unanswered) liveness.unanswered(leftAt, now);
  return liveness;
}

const wave = (leftAt: number, now: number) => Array.from({ length: AT_ONCE }, () => [leftAt, now] as const);

test.each([
  ['all that was under way was reset at once', wave(0, 10)],
  ['it was being restarted for less than a second', [...wave(0, 10), ...wave(10, 900)]],
  ['few requests were sent since', [...wave(0, 10), [10, 2_000] as const]],
])('is not down where %s', (_why, unanswered) => {
  expect(after(...unanswered).isDown).toBe(false);
});

test.each([
  ['what left after the first failure got no answer for a second', [...wave(0, 10), ...wave(10, 1_010)]],
  ['requests hang one after the other', [0, 1, 2, 3, 4, 5].map((nth) => [nth * 500, nth * 500 + 499] as const)],
])('is down where %s', (_why, unanswered) => {
  expect(after(...unanswered).isDown).toBe(true);
});

test('an answer begins the count anew', () => {
  const liveness = after(...wave(0, 10));
  liveness.answered();
  for (const [leftAt, now] of wave(20, 1_500)) liveness.unanswered(leftAt, now);
  expect(liveness.isDown).toBe(false);
});
