import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { bodyOf } from './json.ts';

/** The entries of a grant's `scope`; none where it has no such member. */
export function scopesOf(grant: Exchange): string[] {
  const { scope } = bodyOf(grant);
  return typeof scope === 'string' ? scope.split(/\s+/).filter((entry) => entry !== '') : [];
}

/** The scopes of a grant that tells them. Throws Untestable where nothing was granted, or no scope is told. */
export function grantedScopes(t: Examination, grant: Exchange): string[] {
  t.controlAccepted(grant, 'a token request');
  t.control(typeof bodyOf(grant)['scope'] === 'string', 'the grant tells its scope');
  return scopesOf(grant);
}
