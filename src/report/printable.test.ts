import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['as it is', 'Zoë, 東京 👩', 'Zoë, 東京 👩'],
  ['in one line', '{\n  "id": 1\r\n}', '{ "id": 1 }'],
  ['without sequences for a terminal', '\u001B[2Jgone', '\\u{1b}[2Jgone'],
  ['without turning round', 'a\u202Eb\u2028c', 'a\\u{202e}b\\u{2028}c'],
  ['without going through what is cut off', `${' '.repeat(3_000_000)}x`, `${' '.repeat(2_000)}…`],
  ['within bounds', 'x'.repeat(3_000), `${'x'.repeat(2_000)}…`],
])('a text is shown %s', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});
