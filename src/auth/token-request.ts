import type { Client } from '../http/client.ts';
import type { Exchange } from '../http/exchange.ts';
import type { OutgoingRequest } from '../http/wire.ts';

/** OAuth client credentials and where they are exchanged. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenUrl: string;
}

/** Builds the form request of RFC 6749, section 4.4; without `scope` the key's own scopes are asked for. */
export function tokenRequest(credentials: ClientCredentials, scope: string | undefined): OutgoingRequest {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    ...(scope !== undefined && { scope }),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  return { method: 'POST', url: credentials.tokenUrl, headers, body: form.toString() };
}

/** Asks for a token; the answer is returned whatever its status. Throws TransportError where none arrived. */
export async function requestToken(
  client: Client,
  credentials: ClientCredentials,
  scope: string | undefined,
): Promise<Exchange> {
  const outgoing = tokenRequest(credentials, scope);
  return client.send({ principal: 'client', outgoing, recorded: outgoing });
}
