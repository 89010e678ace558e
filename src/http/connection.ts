import { readFileSync } from 'node:fs';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';

/** How connections are made: files are PEM paths, `proxy` is an http(s) URL. */
export interface ConnectionOptions {
  readonly caFile?: string | undefined;
  readonly clientCertFile?: string | undefined;
  readonly clientKeyFile?: string | undefined;
  readonly proxy?: string | undefined;
  readonly noProxy?: string | undefined;
}

const CONNECTIONS = 32;

// Shorter than any server's own, so that a request hardly ever leaves on a connection that is just being closed.
const IDLE_MS = 1_500;

/** Opens a pool of kept-alive connections. Throws the file system's error for a file that cannot be read. */
export function openConnections(options: ConnectionOptions): Dispatcher {
  const tls = {
    ...(options.caFile && { ca: readFileSync(options.caFile) }),
    ...(options.clientCertFile && { cert: readFileSync(options.clientCertFile) }),
    ...(options.clientKeyFile && { key: readFileSync(options.clientKeyFile) }),
  };
  // Bodies are bounded by the reader and time by the caller's deadline, so undici's own timeouts stay off.
  const idle = { keepAliveTimeout: IDLE_MS, keepAliveMaxTimeout: IDLE_MS };
  // HTTP/1.1 alone: undici's HTTP/2 loses streams under load, which would be blamed on the target.
  const common = { connections: CONNECTIONS, connect: tls, headersTimeout: 0, bodyTimeout: 0, ...idle };
  if (options.proxy === undefined) return new Agent(common);
  const proxies = { httpProxy: options.proxy, httpsProxy: options.proxy, noProxy: options.noProxy ?? '' };
  return new EnvHttpProxyAgent({ ...common, ...proxies, requestTls: tls });
}
