import { Agent, EnvHttpProxyAgent } from 'undici';
import { Http1Wire } from './http1-wire.ts';
import { NegotiatedWire } from './negotiated-wire.ts';
import { readTlsFiles, type TlsPaths } from './tls-files.ts';
import type { Wire } from './wire.ts';

/** How connections are made; `proxy` is an http(s) URL. */
export interface ConnectionOptions extends TlsPaths {
  readonly proxy?: string | undefined;
  readonly noProxy?: string | undefined;
}

const CONNECTIONS = 32;

// Shorter than any server's own and than any pause that one asks for, so that a request hardly ever leaves on a connection
// that is just being closed.
const IDLE_MS = 300;

/**
 * Opens the way to a target: HTTP/2 where it is offered, kept-alive HTTP/1.1 elsewhere and through a proxy.
 * Throws the file system's error for a file that cannot be read.
 */
export function openConnections(options: ConnectionOptions): Wire {
  const tls = readTlsFiles(options);
  // Bodies are bounded by the reader and time by the caller's deadline, so undici's own timeouts stay off.
  const idle = { keepAliveTimeout: IDLE_MS, keepAliveMaxTimeout: IDLE_MS };
  const common = { connections: CONNECTIONS, connect: tls, headersTimeout: 0, bodyTimeout: 0, ...idle };
  // undici's own HTTP/2 is experimental, and fails on a DELETE with a body.
  if (options.proxy === undefined) return new NegotiatedWire(tls, new Http1Wire(new Agent(common)));
  const proxies = { httpProxy: options.proxy, httpsProxy: options.proxy, noProxy: options.noProxy ?? '' };
  return new Http1Wire(new EnvHttpProxyAgent({ ...common, ...proxies, requestTls: tls }));
}
