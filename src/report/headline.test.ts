import { expect, test } from 'vitest';
import { headline } from './headline.ts';

test.each([
  ['Error: afterAll failed\n    at file.ts:1:2', 'Error: afterAll failed'],
  [
    'Error: Transform failed with 1 error:\n\n[PARSE_ERROR] Unexpected token\n   ╭─[ own/a.ts:3:12 ]\n',
    'Error: Transform failed with 1 error: [PARSE_ERROR] Unexpected token own/a.ts:3:12',
  ],
  ['', ''],
])('of %j', (fault, line) => {
  expect(headline(fault)).toBe(line);
});
