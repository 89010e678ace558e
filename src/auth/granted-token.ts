import type { ReceivedResponse } from '../http/exchange.ts';

/** A token as granted, with the scopes the endpoint says it holds; no scope member means all that was asked for. */
export interface GrantedToken {
  readonly accessToken: string;
  readonly scopes: readonly string[];
  readonly lifetime?: Lifetime | undefined;
}

/** When a token expires and when to renew it, in milliseconds since the epoch. */
export interface Lifetime {
  readonly expiresAt: number;
  readonly renewAt: number;
}

const LONGEST_MARGIN_MS = 60_000;

/** Reads a token endpoint's answer, or says in one line why it grants nothing usable. */
export function readGrantedToken(answer: ReceivedResponse, requested: string | undefined): GrantedToken | string {
  const body = answer.json;
  if (answer.status >= 300) return `the token endpoint answered ${answer.status}`;
  if (typeof body !== 'object' || body === null || !('access_token' in body)) {
    return 'the token endpoint granted no access_token';
  }
  const scope = 'scope' in body && typeof body.scope === 'string' ? body.scope : (requested ?? '');
  const scopes = scope.split(/\s+/).filter((entry) => entry !== '');
  const seconds = 'expires_in' in body ? Number(body.expires_in) : Number.NaN;
  return { accessToken: String(body.access_token), scopes, lifetime: lifetimeOf(seconds) };
}

function lifetimeOf(seconds: number): Lifetime | undefined {
  if (!(seconds > 0)) return undefined;
  const lifetime = seconds * 1_000;
  const expiresAt = Date.now() + lifetime;
  return { expiresAt, renewAt: expiresAt - Math.min(lifetime / 2, LONGEST_MARGIN_MS) };
}

/** The customer scopes of a grant, without other services' scopes and `tenant=`. */
function customerScopes(grant: GrantedToken): string[] {
  return grant.scopes.filter((scope) => scope.startsWith('customer.customer_'));
}

/** In one line how the customer scopes of a grant differ from those asked for, or undefined where they do not. */
export function findSurplus(grant: GrantedToken, scope: string | undefined): string | undefined {
  const wanted = (scope ?? '').split(' ').filter((entry) => entry.startsWith('customer.'));
  const isSame = customerScopes(grant).toSorted().join(' ') === wanted.toSorted().join(' ');
  // What a visitor may hold is the target's affair, and judged.
  if (isSame || scope === undefined) return undefined;
  return `asked for scope ${scope}, was granted "${grant.scopes.join(' ')}"`;
}
