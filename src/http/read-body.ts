import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Readable } from 'node:stream';

/** A body as text, and what was wrong with it. */
export interface ReadBody {
  readonly text: string;
  readonly defect?: string;
}

/** Most bytes that are read of one answer, before and after decompression. */
export const BODY_LIMIT = 16 * 1024 * 1024;

const DECODERS: Readonly<Record<string, (data: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Reads, decompresses and decodes a body; a defect is reported beside what could be read, never thrown. */
export async function readBody(stream: Readable, contentEncoding: string | undefined): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > BODY_LIMIT) return { text: '', defect: `body is larger than ${BODY_LIMIT} bytes` };
  }
  return decode(Buffer.concat(chunks), contentEncoding?.trim().toLowerCase() ?? '');
}

function decode(data: Buffer, encoding: string): ReadBody {
  const decoder = DECODERS[encoding];
  if (encoding !== '' && encoding !== 'identity' && decoder === undefined) {
    return { text: '', defect: `content-encoding "${encoding}" was not asked for` };
  }
  try {
    const plain = decoder && data.length > 0 ? decoder(data, { maxOutputLength: BODY_LIMIT }) : data;
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { text: data.toString('latin1').slice(0, 2_000), defect: `body cannot be decoded: ${reason}` };
  }
}
