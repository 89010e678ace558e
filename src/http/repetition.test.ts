import { describe, expect, test } from 'vitest';
import { requestedWait } from './repetition.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const answer = (status: number, value?: string) => ({
  status,
  headers: value === undefined ? {} : { 'retry-after': value },
  body: '',
  json: undefined,
});

describe('requestedWait', () => {
  test.each([
    ['seconds', answer(429, '2'), 2_000],
    ['a date', answer(503, 'Thu, 01 Jan 2026 00:00:03 GMT'), 3_000],
    ['a date that is over', answer(503, 'Wed, 31 Dec 2025 00:00:00 GMT'), 100],
    ['no time at all', answer(429, '0'), 100],
    ['nothing', answer(429), undefined],
    ['something else', answer(429, 'soon'), undefined],
    ['seconds with another status', answer(500, '2'), undefined],
  ])('%s', (_what, response, wait) => {
    expect(requestedWait(response, NOW)).toBe(wait);
  });
});
