import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('JSON', () => {
  test.each([
    ['an object', '{"a":{"b":[1,{"c":"d\\":{"}]},"e":null}'],
    ['a text', '"a\\"b: {"'],
    ['members of one name in two objects', '[{"a":1},{"a":2},{"":{"":0}}]'],
    ['what looks like a prototype', '{"__proto__":{"a":1},"constructor":2}'],
    ['spaces before a colon', '{"a" \n : 1}'],
    ['a number beyond what can be counted with', '{"a":9007199254740993}'],
  ])('is parsed without a defect: %s', (_what, text) => {
    expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
  });

  test.each([
    ['a member that stands twice', '{"a":1,"a":2}', 'stands twice'],
    ['one that stands twice far inside', '[{"b":[{"a":1,"c":2,"a":1}]}]', 'stands twice'],
    ['nesting without end', '['.repeat(100_000) + ']'.repeat(100_000), 'nested'],
    ['nesting that is never closed', '{"a":'.repeat(100_000), 'nested'],
  ])('has a defect: %s', (_what, text, told) => {
    expect(parseJson(text).defect).toContain(told);
  });

  test('that is none has no value', () => {
    expect(parseJson('')).toEqual({ value: undefined });
    expect(parseJson('{"a":')).toEqual({ value: undefined });
    expect(parseJson('<html>')).toEqual({ value: undefined });
  });
});
