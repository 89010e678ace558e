import type { ReceivedResponse } from '../http/exchange.ts';

/** A token as granted, with the scopes the endpoint says it holds; no scope member means all that was asked for. */
export interface GrantedToken {
  readonly accessToken: string;
  readonly scopes: readonly string[];
}

/** Reads a token endpoint's answer, or says in one line why it grants nothing usable. */
export function readGrantedToken(answer: ReceivedResponse, requested: string | undefined): GrantedToken | string {
  const body = answer.json;
  if (answer.status >= 300) return `the token endpoint answered ${answer.status}`;
  if (typeof body !== 'object' || body === null || !('access_token' in body)) {
    return 'the token endpoint granted no access_token';
  }
  const scope = 'scope' in body && typeof body.scope === 'string' ? body.scope : (requested ?? '');
  return { accessToken: String(body.access_token), scopes: scope.split(/\s+/).filter((entry) => entry !== '') };
}

/** The customer scopes of a grant, without other services' scopes and `tenant=`. */
export function customerScopes(grant: GrantedToken): string[] {
  return grant.scopes.filter((scope) => scope.startsWith('customer.customer_'));
}
