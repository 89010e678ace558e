import { describe, expect, test } from 'vitest';
import { TOKEN_VARIABLES, type Principal, type PrincipalName } from '../auth/principal.ts';
import { decideClaims } from './claims.ts';
import { toConfiguration } from './configuration.ts';
import type { Values } from './variables.ts';

const TARGET = { TARGET_BASE_URL: 'http://127.0.0.1:9', TARGET_TENANT: 'acmeshop' };
const EVERYONE = Object.keys(TOKEN_VARIABLES) as PrincipalName[];
const COMPANIES: PrincipalName[] = ['read', 'manage', 'readOwn', 'manageOwn', 'otherReadOwn', 'otherManageOwn'];

function claimsOf(present: readonly PrincipalName[], values: Values = {}) {
  const principals = EVERYONE.map((name): Principal => {
    const absent = present.includes(name) ? {} : { missing: `no ${name}` };
    return { name, token: 'token', variable: 'VARIABLE', ...absent };
  });
  return decideClaims(toConfiguration({ ...TARGET, ...values }, 1), principals);
}

const FULL = {
  TARGET_OTHER_TENANT: 'othershop',
  TARGET_CLIENT_ID: 'me',
  TARGET_CLIENT_SECRET: 'secret',
  TARGET_MAIL_SINK: 'smtp://127.0.0.1:2525',
};

describe('auto claims what can be tested', () => {
  test.each([
    ['a reader', ['read'], {}, 'read-only'],
    ['a reader and a manager', ['read', 'manage'], {}, 'core'],
    ['two companies', COMPANIES, {}, 'company'],
    ['one company only', COMPANIES.slice(0, 4), {}, 'core'],
    ['everything', EVERYONE, FULL, 'full'],
    ['everything but a mail sink', EVERYONE, { ...FULL, TARGET_MAIL_SINK: '' }, 'company'],
  ] as const)('%s: %s', (_what, present, values, profile) => {
    const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    expect(claimsOf(present, set)).toMatchObject({ profile, missing: {} });
  });

  test('what is not claimed is told with its reason', () => {
    const { claimed, unclaimed } = claimsOf(['read', 'manage']);
    expect(unclaimed).toMatchObject({ company: 'no readOwn', mail: 'TARGET_MAIL_SINK is not set' });
    expect(Object.keys(unclaimed).filter((feature) => claimed.includes(feature as never))).toEqual([]);
  });

  test('nothing is written off loopback unless it is allowed', () => {
    const remote = { TARGET_BASE_URL: 'https://staging.example.com' };
    expect(claimsOf(EVERYONE, remote)).toMatchObject({ profile: 'read-only' });
    expect(claimsOf(EVERYONE, { ...remote, TARGET_ALLOW_WRITES: 'true' })).toMatchObject({ profile: 'company' });
    expect(claimsOf(EVERYONE, { TARGET_ALLOW_WRITES: 'false' })).toMatchObject({ profile: 'read-only' });
  });

  test('a tenant with other defaults owes no documented ones', () => {
    const claims = claimsOf(EVERYONE, { ...FULL, TARGET_DEFAULTS: 'configured' });
    expect(claims).toMatchObject({
      profile: 'full',
      unclaimed: { 'documented-defaults': 'TARGET_DEFAULTS is configured' },
    });
  });

  test('revision 2026 has no operation to assign accounts', () => {
    expect(claimsOf(EVERYONE, { CONFORMANCE_REVISION: '2026' }).claimed).not.toContain('accounts-internal');
  });
});

describe('a named profile claims all of it', () => {
  test('what cannot be had is missing, not unclaimed', () => {
    const { claimed, missing } = claimsOf(['read'], { CONFORMANCE_PROFILE: 'company' });
    expect(claimed).toEqual(expect.arrayContaining(['read', 'writes', 'company', 'second-company']));
    expect(missing).toMatchObject({ writes: 'no manage', company: 'no manage' });
  });

  test('what goes beyond it is left out', () => {
    const { claimed, unclaimed } = claimsOf(EVERYONE, { CONFORMANCE_PROFILE: 'core' });
    expect(claimed).not.toContain('company');
    expect(unclaimed.company).toBe('not part of profile core');
  });
});
