import { createSecureContext } from 'node:tls';
import { resolvePrincipals } from '../auth/resolve-principals.ts';
import type { Principal } from '../auth/principal.ts';
import { Client } from '../http/client.ts';
import { openConnections, type ConnectionOptions } from '../http/connection.ts';
import { readTlsFiles } from '../http/tls-files.ts';
import { TransportError } from '../http/transport-error.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { explain } from './explain.ts';

const LONGEST_ANSWER_MS = 10_000;
const PATIENCE_MS = 10_000;

/** The client for all that comes before the first requirement: it gives up sooner than a run. Throws ConfigurationError. */
export function openPreflightClient({ connection, timeoutMs }: Configuration): Client {
  expectUsable(connection);
  const limits = { timeoutMs: Math.min(timeoutMs, LONGEST_ANSWER_MS), patienceMs: PATIENCE_MS };
  return new Client(openConnections(connection), limits);
}

/** Makes sure that certificates and keys are such. Throws ConfigurationError in one line. */
function expectUsable(connection: ConnectionOptions): void {
  const files = 'TARGET_CA_FILE, TARGET_CLIENT_CERT_FILE or TARGET_CLIENT_KEY_FILE';
  explain(`${files} holds no PEM that can be used`, () => createSecureContext(readTlsFiles(connection)));
}

/** Makes sure that the target answers at all, whatever it says. Throws ConfigurationError in one line. */
export async function expectReachable(client: Client, { baseUrl, tenant, connection }: Configuration): Promise<void> {
  const url = `${baseUrl}/customer/${tenant}/customers?pageSize=1`;
  const probe = { method: 'GET', url, headers: { accept: '*/*' }, body: undefined };
  try {
    await client.send({ principal: 'anonymous', outgoing: probe, recorded: probe });
  } catch (fault) {
    if (!(fault instanceof TransportError)) throw fault;
    const way = connection.proxy === undefined ? 'TARGET_BASE_URL' : 'TARGET_BASE_URL and HTTPS_PROXY';
    throw new ConfigurationError(`the target does not answer: ${fault.message}; check ${way}`, { cause: fault });
  }
}

/** Gets every principal's token. Throws ConfigurationError where none can even read. */
export async function resolveOrRefuse(
  client: Client,
  { credentials }: Configuration,
  garbage: string,
): Promise<Principal[]> {
  const principals = await resolvePrincipals(client, credentials, garbage);
  expectReader(principals);
  return principals;
}

/** Makes sure that somebody can read. Throws ConfigurationError. */
export function expectReader(principals: readonly Principal[]): void {
  const reader = principals.find(({ name }) => name === 'read');
  if (reader?.missing === undefined) return;
  const remedy = 'set TARGET_TOKEN_READ, or TARGET_CLIENT_ID and TARGET_CLIENT_SECRET';
  throw new ConfigurationError(`nothing can be read without a token: ${reader.missing}; ${remedy}`);
}
