import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test.each([
  [[], 0.5, 0],
  [[7], 0.95, 7],
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2],
  [[1, 2, 3, 100], 1, 100],
  [[1, 2, 3, 100], 0, 1],
])('of %j at %d is %d', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});
