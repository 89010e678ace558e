import type { Client } from '../http/client.ts';
import { TransportError } from '../http/transport-error.ts';
import { requestAnonymousToken } from './anonymous-session.ts';
import { findSurplus, readGrantedToken } from './granted-token.ts';
import { REQUESTED_SCOPES, TOKEN_VARIABLES, type Principal, type PrincipalName } from './principal.ts';
import { requestToken, type ClientCredentials } from './token-request.ts';

/** Ready-made tokens by principal, and client credentials for the rest. */
export interface Credentials {
  readonly tokens: Readonly<Partial<Record<PrincipalName, string>>>;
  readonly client?: ClientCredentials | undefined;
  /** Where the deployment opens anonymous sessions. */
  readonly anonymousUrl?: string | undefined;
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
    return requestPrincipal(client, credentials, name, variable);
  });
  const fixed: Principal[] = [
    { name: 'anonymous', token: undefined, variable: '' },
    // Any word will do for whoever repeats it.
    { name: 'garbage', token: garbage, variable: '{GARBAGE_TOKEN:-garbage}' },
  ];
  return [...(await Promise.all(resolved)), ...fixed];
}

async function requestPrincipal(
  client: Client,
  credentials: Credentials,
  name: PrincipalName,
  variable: string,
): Promise<Principal> {
  const absent = { name, token: undefined, variable };
  const scope = REQUESTED_SCOPES[name];
  const ask = name === 'visitor' ? askForSession(client, credentials) : askForScope(client, credentials, scope);
  if (ask === undefined) return { ...absent, missing: `${variable} is not set` };
  const grant = await ask.catch((fault: unknown) => {
    if (fault instanceof TransportError) return fault.message;
    throw fault;
  });
  if (typeof grant === 'string') return { ...absent, missing: `${variable} is not set, and ${grant}` };
  const surplus = findSurplus(grant, scope);
  if (surplus !== undefined) return { ...absent, missing: surplus };
  const renewable = scope !== undefined && grant.lifetime ? { grant: { scope, ...grant.lifetime } } : {};
  return { name, token: grant.accessToken, variable, ...renewable };
}

function askForScope(client: Client, { client: known }: Credentials, scope: string | undefined) {
  if (known === undefined || scope === undefined) return undefined;
  return requestToken(client, known, scope).then(({ response }) => readGrantedToken(response, scope));
}

function askForSession(client: Client, { anonymousUrl }: Credentials) {
  return anonymousUrl === undefined ? undefined : requestAnonymousToken(client, anonymousUrl);
}
