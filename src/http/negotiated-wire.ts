import { connect } from 'node:tls';
import { Http2Wire } from './http2-wire.ts';
import type { TlsFiles } from './tls-files.ts';
import type { IncomingAnswer, OutgoingRequest, Wire } from './wire.ts';

const LONGEST_HANDSHAKE_MS = 5_000;

/** Speaks HTTP/2 to an origin that offers it, and whatever `otherwise` speaks to all others. */
export class NegotiatedWire implements Wire {
  readonly #tls: TlsFiles;
  readonly #otherwise: Wire;
  readonly #byOrigin = new Map<string, Promise<Wire>>();

  constructor(tls: TlsFiles, otherwise: Wire) {
    this.#tls = tls;
    this.#otherwise = otherwise;
  }

  async send(outgoing: OutgoingRequest, signal: AbortSignal): Promise<IncomingAnswer> {
    const { origin, protocol } = new URL(outgoing.url);
    const wire = protocol === 'https:' ? await this.#wireTo(origin) : this.#otherwise;
    return wire.send(outgoing, signal);
  }

  async close(): Promise<void> {
    const opened = await Promise.all(this.#byOrigin.values());
    await Promise.all([this.#otherwise, ...opened].map((wire) => wire.close()));
  }

  async #wireTo(origin: string): Promise<Wire> {
    const known = this.#byOrigin.get(origin);
    if (known !== undefined) return known;
    const chosen = offersHttp2(origin, this.#tls).then((offers) =>
      offers ? new Http2Wire(origin, this.#tls) : this.#otherwise,
    );
    this.#byOrigin.set(origin, chosen);
    return chosen;
  }
}

/** Whether a server chooses HTTP/2 in its handshake; one that cannot be asked will say why when a request is sent. */
async function offersHttp2(origin: string, tls: TlsFiles): Promise<boolean> {
  const { hostname, port } = new URL(origin);
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const options = { ...tls, host, port: Number(port || 443), ALPNProtocols: ['h2', 'http/1.1'] };
    const socket = connect({ ...options, ...(isName(host) && { servername: host }) });
    const settle = (offers: boolean) => {
      socket.destroy();
      resolve(offers);
    };
    socket.setTimeout(LONGEST_HANDSHAKE_MS, () => settle(false));
    socket.once('secureConnect', () => settle(socket.alpnProtocol === 'h2'));
    socket.once('error', () => settle(false));
  });
}

function isName(host: string): boolean {
  return !/^[\d.]+$|:/.test(host);
}
