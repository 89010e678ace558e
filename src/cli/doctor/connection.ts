import { lookup } from 'node:dns/promises';
import type { Client } from '../../http/client.ts';
import type { Exchange } from '../../http/exchange.ts';
import { TransportError } from '../../http/transport-error.ts';
import type { Configuration } from '../configuration.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What became of a first request: how the way to the target is, and the answer where there was one. */
export interface FirstContact {
  readonly diagnoses: readonly Diagnosis[];
  readonly answer: Exchange | undefined;
}

/** Resolves the name and sends one unauthorized read. */
export async function makeContact(client: Client, configuration: Configuration): Promise<FirstContact> {
  const name = await diagnoseName(configuration);
  if (name.state === 'problem') return { diagnoses: [name], answer: undefined };
  const url = `${configuration.baseUrl}/customer/${configuration.tenant}/customers?pageSize=1`;
  const probe = { method: 'GET', url, headers: { accept: '*/*' }, body: undefined };
  try {
    const answer = await client.send({ principal: 'anonymous', outgoing: probe, recorded: probe });
    const path = diagnosePath(answer);
    return { diagnoses: [name, path], answer: path.state === 'problem' ? undefined : answer };
  } catch (fault) {
    if (!(fault instanceof TransportError)) throw fault;
    return { diagnoses: [name, diagnoseFault(fault, configuration)], answer: undefined };
  }
}

function diagnosePath({ request, response, durationMs }: Exchange): Diagnosis {
  const { origin, pathname } = new URL(request.url);
  const subject = 'connection';
  if (response.status !== 404) return { subject, state: 'ok', found: `${origin} answers in ${durationMs} ms` };
  const found = `${origin} answers, but knows no ${pathname} (404)`;
  return { subject, state: 'problem', found, remedy: 'check the path in TARGET_BASE_URL, and TARGET_TENANT' };
}

async function diagnoseName({ baseUrl, connection }: Configuration): Promise<Diagnosis> {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
  const subject = 'name';
  if (connection.proxy !== undefined) return { subject, state: 'ok', found: `${host} is left to the proxy` };
  try {
    const { address } = await lookup(host);
    return { subject, state: 'ok', found: address === host ? `${host} is an address` : `${host} is ${address}` };
  } catch {
    const remedy = 'check the host of TARGET_BASE_URL, or set HTTPS_PROXY where names are resolved by a proxy';
    return { subject, state: 'problem', found: `${host} is not known here`, remedy };
  }
}

const REMEDIES: readonly (readonly [RegExp, string, string])[] = [
  [
    /certificate has expired|altnames|hostname/i,
    'TLS',
    "renew the target's certificate, or use the name that it is for",
  ],
  [
    /self.signed|unable to (get|verify)|issuer|certificate/i,
    'TLS',
    'set TARGET_CA_FILE to the CA that signed it (PEM)',
  ],
  [/handshake|alert|EPROTO|wrong version/i, 'TLS', 'check https or http, or set TARGET_CLIENT_CERT_FILE and _KEY_FILE'],
  [/proxy/i, 'proxy', 'check HTTPS_PROXY, or name the host in NO_PROXY'],
];

function diagnoseFault(fault: TransportError, { connection }: Configuration): Diagnosis {
  const known = REMEDIES.find(([pattern]) => pattern.test(fault.message));
  const [, subject, remedy] = known ?? [undefined, 'connection', 'check host and port of TARGET_BASE_URL'];
  const by = connection.proxy === undefined ? '' : ' (through HTTPS_PROXY)';
  return { subject, state: 'problem', found: `${fault.message}${by}`, remedy };
}
