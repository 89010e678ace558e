import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BODY_LIMIT, LargeBodies } from './large-bodies.ts';
import { readBody } from './read-body.ts';

const TEXT = '{"name":"Zoë \u{1F600}"}';
const read = (data: Buffer, encoding?: string) => readBody(Readable.from([data]), encoding, new LargeBodies());

describe('a body is read', () => {
  test.each([
    ['as it is', Buffer.from(TEXT), undefined],
    ['from gzip', gzipSync(TEXT), 'gzip'],
    ['from deflate', deflateSync(TEXT), 'deflate'],
    ['from brotli', brotliCompressSync(TEXT), 'br'],
    ['whatever the case of its encoding', gzipSync(TEXT), ' GZIP '],
  ])('%s', async (_what, data, encoding) => {
    expect(await read(data, encoding)).toEqual({ text: TEXT });
  });
});

describe('a body that cannot be read is a defect, never an error', () => {
  test.each([
    ['gzip that was cut', gzipSync(TEXT).subarray(0, -6), 'gzip', 'cannot be decoded'],
    ['text that is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), undefined, 'cannot be decoded'],
    ['an encoding that was not asked for', Buffer.from(TEXT), 'zstd', 'was not asked for'],
    ['gzip that unfolds without end', gzipSync(Buffer.alloc(2 * BODY_LIMIT)), 'gzip', 'cannot be decoded'],
    ['more bytes than anybody wants', Buffer.alloc(BODY_LIMIT + 1), undefined, 'larger than'],
  ])('%s', async (_what, data, encoding, told) => {
    const { text, defect } = await read(data, encoding);
    expect(defect).toContain(told);
    expect(text.length).toBeLessThanOrEqual(2_000);
  });
});

test('many large bodies are read, if not all at once', async () => {
  const large = new LargeBodies();
  const body = Buffer.alloc(BODY_LIMIT, 'a');
  const readAll = Array.from({ length: 6 }, () => readBody(Readable.from([body, Buffer.alloc(0)]), undefined, large));
  const lengths = (await Promise.all(readAll)).map(({ text }) => text.length);
  expect(lengths).toEqual(Array.from({ length: 6 }, () => BODY_LIMIT));
});
