import type { Dispatcher } from 'undici';
import { resolvePrincipals } from '../auth/resolve-principals.ts';
import type { Principal } from '../auth/principal.ts';
import { sendOnce } from '../http/send-once.ts';
import { TransportError } from '../http/transport-error.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';

const LONGEST_MS = 10_000;

/** Makes sure that the target answers at all, whatever it says. Throws ConfigurationError in one line. */
export async function expectReachable(dispatcher: Dispatcher, { baseUrl, tenant, timeoutMs }: Configuration) {
  const url = `${baseUrl}/customer/${tenant}/customers?pageSize=1`;
  const probe = { method: 'GET', url, headers: { accept: '*/*' }, body: undefined };
  try {
    await sendOnce(dispatcher, probe, Math.min(timeoutMs, LONGEST_MS));
  } catch (fault) {
    if (!(fault instanceof TransportError)) throw fault;
    throw new ConfigurationError(`the target does not answer: ${fault.message}; check TARGET_BASE_URL`, {
      cause: fault,
    });
  }
}

/** Gets every principal's token. Throws ConfigurationError where none can even read. */
export async function resolveOrRefuse(
  dispatcher: Dispatcher,
  { credentials, timeoutMs }: Configuration,
  garbage: string,
): Promise<Principal[]> {
  const principals = await resolvePrincipals(dispatcher, credentials, garbage, Math.min(timeoutMs, LONGEST_MS));
  const reader = principals.find(({ name }) => name === 'read');
  if (reader?.missing === undefined) return principals;
  const remedy = 'set TARGET_TOKEN_READ, or TARGET_CLIENT_ID and TARGET_CLIENT_SECRET';
  throw new ConfigurationError(`nothing can be read without a token: ${reader.missing}; ${remedy}`);
}
