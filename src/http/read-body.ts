import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { BODY_LIMIT, SMALL_BODY, type LargeBodies } from './large-bodies.ts';

/** A body as text, and what was wrong with it. */
export interface ReadBody {
  readonly text: string;
  readonly defect?: string;
}

const EXCERPT = 2_000;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const TOO_LARGE: ReadBody = { text: '', defect: `body is larger than ${BODY_LIMIT} bytes` };

const DECODERS: Readonly<Record<string, (data: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Reads, decompresses and decodes a body; a defect is reported beside what could be read, never thrown. */
export async function readBody(
  stream: AsyncIterable<Buffer>,
  contentEncoding: string | undefined,
  large: LargeBodies,
): Promise<ReadBody> {
  const data = await gather(stream, large);
  if (data === undefined) return TOO_LARGE;
  const plain = decompress(data, contentEncoding?.trim().toLowerCase() ?? '');
  return Buffer.isBuffer(plain) ? decode(plain) : plain;
}

/** The bytes of a body, or undefined where they are more than anybody wants. */
async function gather(stream: AsyncIterable<Buffer>, large: LargeBodies): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  let isLarge = false;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > BODY_LIMIT) return undefined;
      if (size <= SMALL_BODY || isLarge) continue;
      await large.enter();
      isLarge = true;
    }
    return Buffer.concat(chunks);
  } finally {
    if (isLarge) large.leave();
  }
}

function decompress(data: Buffer, encoding: string): Buffer | ReadBody {
  const decoder = DECODERS[encoding];
  if (encoding !== '' && encoding !== 'identity' && decoder === undefined) {
    return { text: '', defect: `content-encoding "${encoding}" was not asked for` };
  }
  try {
    return decoder && data.length > 0 ? decoder(data, { maxOutputLength: BODY_LIMIT }) : data;
  } catch (cause) {
    return undecodable(data, cause);
  }
}

function decode(plain: Buffer): ReadBody {
  try {
    return { text: UTF_8.decode(plain) };
  } catch (cause) {
    return undecodable(plain, cause);
  }
}

function undecodable(data: Buffer, cause: unknown): ReadBody {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { text: data.toString('latin1', 0, EXCERPT), defect: `body cannot be decoded: ${reason}` };
}
