import {
  connect,
  constants,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
} from 'node:http2';
import type { TlsFiles } from './tls-files.ts';
import { joinHeaders, type IncomingAnswer, type OutgoingRequest, type Wire } from './wire.ts';

// They speak of a connection of HTTP/1.1.
const HOP_BY_HOP = new Set(['connection', 'host', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection']);

/** HTTP/2 over one session, replaced when the server ends it. */
export class Http2Wire implements Wire {
  readonly #origin: string;
  readonly #tls: TlsFiles;
  #session: ClientHttp2Session | undefined;

  constructor(origin: string, tls: TlsFiles) {
    this.#origin = origin;
    this.#tls = tls;
  }

  async send(outgoing: OutgoingRequest, signal: AbortSignal): Promise<IncomingAnswer> {
    try {
      return await this.#sendOnce(outgoing, signal);
    } catch (fault) {
      // A server that is about to close refuses what it has not looked at, so that it may be sent again.
      if (!wasRefused(fault)) throw fault;
      return this.#sendOnce(outgoing, signal);
    }
  }

  async close(): Promise<void> {
    this.#session?.destroy();
  }

  async #sendOnce({ method, url, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<IncomingAnswer> {
    const { pathname, search } = new URL(url);
    const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
    // A gateway that goes on in HTTP/1.1 cannot frame a DELETE whose body has no length.
    const length = body !== undefined && { 'content-length': String(Buffer.byteLength(body)) };
    const head = { ...Object.fromEntries(kept), ...length, ':method': method, ':path': `${pathname}${search}` };
    const session = closesAfterwards(headers) ? this.#openOwnSession() : this.#openSession();
    const stream = session.request(head, { endStream: body === undefined, signal });
    // Node's memory is corrupted where a session is destroyed while it reads (nodejs/node#65093).
    if (session !== this.#session) stream.once('close', () => setImmediate(() => session.destroy()));
    if (body !== undefined) stream.end(body);
    const { ':status': status = 0, ...received } = await headOf(stream);
    return { status, headers: joinHeaders(received), body: stream };
  }

  /** A session for one request, whose end may be the end of its session. */
  #openOwnSession(): ClientHttp2Session {
    return connect(this.#origin, this.#tls).on('error', () => {});
  }

  #openSession(): ClientHttp2Session {
    if (this.#session !== undefined) return this.#session;
    const session = connect(this.#origin, this.#tls);
    const forget = () => {
      if (this.#session === session) this.#session = undefined;
    };
    session.on('goaway', forget).on('close', forget).on('error', forget);
    this.#session = session;
    return session;
  }
}

function closesAfterwards(headers: Readonly<Record<string, string>>): boolean {
  return headers['connection'] === 'close';
}

async function headOf(stream: ClientHttp2Stream): Promise<IncomingHttpHeaders & { ':status'?: number }> {
  return new Promise((resolve, reject) => {
    stream.once('response', resolve).once('error', (cause) => reject(new StreamFault(stream.rstCode, cause)));
    stream.once('close', () => reject(new StreamFault(stream.rstCode, new Error('the stream was closed'))));
  });
}

/** A stream that ended without an answer, with the code that the server gave. */
class StreamFault extends Error {
  readonly code: number;

  constructor(code: number, cause: Error) {
    super(cause.message, { cause });
    this.code = code;
  }
}

function wasRefused(fault: unknown): boolean {
  return fault instanceof StreamFault && fault.code === constants.NGHTTP2_REFUSED_STREAM;
}
