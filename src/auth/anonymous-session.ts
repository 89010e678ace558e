import type { Client } from '../http/client.ts';
import { readGrantedToken, type GrantedToken } from './granted-token.ts';

/** Asks for the token of a visitor who has not logged in; a text says why there is none. Throws TransportError. */
export async function requestAnonymousToken(client: Client, url: string): Promise<GrantedToken | string> {
  const outgoing = { method: 'GET', url, headers: { accept: 'application/json' }, body: undefined };
  const { response } = await client.send({ principal: 'client', outgoing, recorded: outgoing });
  return readGrantedToken(response, undefined);
}
