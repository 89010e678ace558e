import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { bodyOf } from './json.ts';

/** The entries of a grant's `scope`. Throws Untestable where nothing was granted, or no scope is told. */
export function grantedScopes(t: Examination, grant: Exchange): string[] {
  t.controlAccepted(grant, 'a token request');
  const { scope } = bodyOf(grant);
  t.control(typeof scope === 'string', 'the grant tells its scope');
  return String(scope)
    .split(/\s+/)
    .filter((entry) => entry !== '');
}
