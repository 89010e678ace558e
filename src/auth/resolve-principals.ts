import type { Client } from '../http/client.ts';
import { TransportError } from '../http/transport-error.ts';
import { customerScopes, readGrantedToken } from './granted-token.ts';
import { REQUESTED_SCOPES, TOKEN_VARIABLES, type Principal, type PrincipalName } from './principal.ts';
import { requestToken, type ClientCredentials } from './token-request.ts';

/** Ready-made tokens by principal, and client credentials for the rest. */
export interface Credentials {
  readonly tokens: Readonly<Partial<Record<PrincipalName, string>>>;
  readonly client?: ClientCredentials | undefined;
}

/** Resolves every principal; one that cannot be had says why in `missing`. `garbage` is a token nobody issued. */
export async function resolvePrincipals(
  client: Client,
  credentials: Credentials,
  garbage: string,
): Promise<Principal[]> {
  const named = Object.entries(TOKEN_VARIABLES) as [PrincipalName, string][];
  const resolved = named.map(async ([name, variable]): Promise<Principal> => {
    const token = credentials.tokens[name];
    if (token !== undefined) return { name, token, variable };
    return requestPrincipal(client, credentials.client, name, variable);
  });
  const fixed: Principal[] = [
    { name: 'anonymous', token: undefined, variable: '' },
    { name: 'garbage', token: garbage, variable: 'GARBAGE_TOKEN' },
  ];
  return [...(await Promise.all(resolved)), ...fixed];
}

async function requestPrincipal(
  client: Client,
  credentials: ClientCredentials | undefined,
  name: PrincipalName,
  variable: string,
): Promise<Principal> {
  const scope = REQUESTED_SCOPES[name];
  const absent = { name, token: undefined, variable };
  if (credentials === undefined || scope === undefined) return { ...absent, missing: `${variable} is not set` };
  const grant = await askFor(client, credentials, scope);
  if (typeof grant === 'string') return { ...absent, missing: `${grant} when asked for scope ${scope}` };
  const held = customerScopes(grant).join(' ');
  const wanted = scope.startsWith('customer.') ? scope : '';
  if (held !== wanted) {
    return { ...absent, missing: `asked for scope ${scope}, was granted "${grant.scopes.join(' ')}"` };
  }
  return { name, token: grant.accessToken, variable };
}

/** The grant, or in one line why there is none. */
async function askFor(client: Client, credentials: ClientCredentials, scope: string) {
  try {
    const { response } = await requestToken(client, credentials, scope);
    return readGrantedToken(response, scope);
  } catch (fault) {
    if (fault instanceof TransportError) return fault.message;
    throw fault;
  }
}
