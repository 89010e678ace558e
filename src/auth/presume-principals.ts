import { REQUESTED_SCOPES, TOKEN_VARIABLES, type Principal, type PrincipalName } from './principal.ts';
import type { Credentials } from './resolve-principals.ts';

/** The principals that credentials should give, as far as that can be told without asking anybody. */
export function presumePrincipals({ tokens, client, anonymousUrl }: Credentials): Principal[] {
  const named = Object.entries(TOKEN_VARIABLES) as [Exclude<PrincipalName, 'anonymous' | 'garbage'>, string][];
  return named.map(([name, variable]) => {
    const canAsk = name === 'visitor' ? anonymousUrl !== undefined : REQUESTED_SCOPES[name] !== undefined;
    const isThere = tokens[name] !== undefined || (client !== undefined && canAsk);
    return { name, variable, token: undefined, ...(!isThere && { missing: `${variable} is not set` }) };
  });
}
