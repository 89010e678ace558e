import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Spoils } from './grid.ts';

const SCOPES = 'customer.customer_read customer.customer_manage';
const YEAR_2100 = 4_102_444_800;

/** The same call as somebody else. */
export function as(principal: PrincipalName): (right: Call) => Call {
  return (right) => ({ ...right, as: principal });
}

/** The right call as the caller of the spoiled one, with nothing else wrong. */
export function byItsCaller(spoiled: Call, right: Call): Call {
  return { ...right, as: spoiled.as };
}

/** The same call with an Authorization header of its own. */
export function authorized(right: Call, authorization: string): Call {
  return { ...right, headers: { ...right.headers, authorization } };
}

function bearer(token: string): (right: Call) => Call {
  return (right) => authorized(right, `Bearer ${token}`);
}

/** Tokens in place of the right one that nobody ever issued, some of them close to it. */
export function forgeries(t: Examination): Spoils {
  const derived = (forge: (token: string) => string) => (right: Call) =>
    authorized(right, `Bearer ${secret(t, forge(tokenOf(t, right)))}`);
  return {
    'with no token behind Bearer': (right) => authorized(right, 'Bearer '),
    'with a random token': bearer('5f0c61c4-2b7e-4d55-9a3e-6f1de0a7c9b2'),
    'with an unsigned JWT': derived((token) => unsigned(token, t.run.settings.tenant)),
    'with a real token cut short': derived((token) => token.slice(0, -4)),
    'with a real token with more at its end': (right) => authorized(right, `Bearer ${tokenOf(t, right)}.abcd`),
    'with a real token with one character changed': derived((token) => changed(token)),
  };
}

/** Makes sure that what was derived from a token is recorded no more than the token itself. */
export function secret(t: Examination, text: string): string {
  t.run.secrets.add(text);
  return text;
}

/** The token that a call is sent with. Throws Untestable where there is none. */
export function tokenOf(t: Examination, call: Call): string {
  const { token } = t.run.principal(call.as);
  t.control(token !== undefined, `the ${call.as} principal has a token`);
  return token ?? '';
}

/** The claims of the token, or claims that allow everything, in a JWT whose head says that it needs no signature. */
function unsigned(token: string, tenant: string): string {
  const [, claims, signature] = token.split('.');
  const all = {
    iss: 'https://api.emporix.io',
    sub: 'service',
    exp: YEAR_2100,
    tenant,
    scope: `${SCOPES} tenant=${tenant}`,
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${signature === undefined ? part(all) : claims}.`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/**
 * Another token of the same form. The change is in the middle of the last part: in a JWT that is the signature, whose last
 * character may hold bits that nobody reads.
 */
function changed(token: string): string {
  const from = Math.floor((token.lastIndexOf('.') + 1 + token.length) / 2);
  const at = token.slice(from).search(/[A-Za-z0-9]/) + from;
  const other = /[aA]/.test(token.charAt(at))
    ? 'b'
    : /\d/.test(token.charAt(at))
      ? String((Number(token.charAt(at)) + 1) % 10)
      : 'a';
  return token.slice(0, at) + other + token.slice(at + 1);
}
