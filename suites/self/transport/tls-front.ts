import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { Certificates } from './certificates.ts';

/** What a front is like: whether it asks for a client's certificate, and the highest version that it offers. */
export interface FrontOptions {
  readonly asksForCertificate?: boolean;
  readonly offersHttp2?: boolean;
  /** After so many requests an HTTP/2 session is ended, as gateways do. */
  readonly requestsPerSession?: number;
  readonly host?: string;
}

/** A TLS server before a plain one, as most deployments have it. */
export interface TlsFront {
  readonly baseUrl: string;
  /** The HTTP versions of the requests that it saw. */
  readonly versions: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Starts a front on a free port. */
export async function startTlsFront(
  origin: string,
  { ca, server: pair }: Certificates,
  {
    asksForCertificate = false,
    offersHttp2 = false,
    requestsPerSession = Infinity,
    host = '127.0.0.1',
  }: FrontOptions = {},
): Promise<TlsFront> {
  const versions = new Set<string>();
  const identity = { ...pair, ...(asksForCertificate && { ca, requestCert: true, rejectUnauthorized: true }) };
  const server = offersHttp2 ? createSecureServer({ ...identity, allowHTTP1: true }) : createServer(identity);
  const connections = new Set<Duplex | ServerHttp2Session>();
  server.on('secureConnection', (socket: TLSSocket) => socket.alpnProtocol === 'h2' || connections.add(socket));
  server.on('session', (session: ServerHttp2Session) => {
    let seen = 0;
    connections.add(session);
    session.on('stream', () => {
      seen += 1;
      // Closed while it reads, a session can corrupt Node's memory (nodejs/node#65093), and a busy one still does so rarely.
      if (seen === requestsPerSession) setImmediate(() => session.close());
    });
  });
  // HTTP/2's compatibility classes stand in for those of HTTP/1.1 in all that is used here.
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    versions.add(incoming.httpVersion);
    pass(origin, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const connection of connections) connection.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { baseUrl: `https://${host.includes(':') ? `[${host}]` : host}:${port}`, versions, close };
}

function pass(origin: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !name.startsWith(':')));
  // A kept connection may be closed by the target just when it is used again.
  const options = { method: incoming.method, headers, agent: false } as const;
  const onward = forward(`${origin}${incoming.url}`, options, (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.has(name));
    outgoing.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
    answer.on('error', () => outgoing.destroy());
    answer.pipe(outgoing);
  });
  onward.on('error', () => {
    // A target may answer a large request early and close while it is still arriving.
    if (!outgoing.headersSent) outgoing.writeHead(502).end();
  });
  incoming.pipe(onward);
}

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection']);
