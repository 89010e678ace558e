import type { Principal, PrincipalName } from '../auth/principal.ts';
import { loadCatalogue } from '../conformance/catalogue.ts';
import { FEATURES, type Feature } from '../conformance/feature.ts';
import { SERVICE } from './service.ts';
import type { Configuration } from './configuration.ts';

/** What a run claims: the profile's name, its features, those that are claimed but missing, and those not claimed. */
export interface Claims {
  readonly profile: string;
  readonly claimed: readonly Feature[];
  readonly missing: Reasons;
  readonly unclaimed: Reasons;
}

/** Features with the reason why they cannot be used. */
type Reasons = Readonly<Partial<Record<Feature, string>>>;

const ADDED_BY_PROFILE: readonly (readonly [string, readonly Feature[]])[] = [
  ['read-only', ['read']],
  ['core', ['writes', 'accounts-internal', 'documented-defaults', 'default-settings']],
  ['company', ['company', 'second-company']],
  ['full', ['unrelated', 'expired', 'second-tenant', 'token-endpoint', 'mail']],
];

// Whether the target offers these was declared, so that none is owed to a profile.
const DECLARED: readonly Feature[] = ['accounts-internal', 'documented-defaults', 'default-settings'];

// Claimed in every profile where they can be had.
const INDEPENDENT: readonly Feature[] = [
  'unrelated',
  'expired',
  'second-tenant',
  'token-endpoint',
  'mail',
  'anonymous-token',
  'dual-scope-token',
  'companyless-token',
];

/** Decides what a run claims from what it was given; `auto` claims all that can be tested. */
export function decideClaims(configuration: Configuration, principals: readonly Principal[]): Claims {
  const lacking = findLacking(configuration, principals);
  const offered = FEATURES.filter((feature) => lacking[feature] === undefined);
  const { profile } = configuration;
  const owed = profile === 'auto' ? [] : owedTo(profile);
  const claimed = FEATURES.filter(
    (feature) =>
      (owed.includes(feature) && !(DECLARED.includes(feature) && lacking[feature] !== undefined)) ||
      (offered.includes(feature) && (profile === 'auto' || INDEPENDENT.includes(feature))),
  );
  return {
    profile: profile === 'auto' ? reached(offered) : profile,
    claimed,
    missing: pick(lacking, claimed),
    unclaimed: Object.fromEntries(
      FEATURES.filter((feature) => !claimed.includes(feature)).map((feature) => [
        feature,
        lacking[feature] ?? `not part of profile ${profile}`,
      ]),
    ),
  };
}

/** All features that a profile stands for. */
function owedTo(profile: string): Feature[] {
  const last = ADDED_BY_PROFILE.findIndex(([name]) => name === profile);
  return ADDED_BY_PROFILE.slice(0, last + 1).flatMap(([, features]) => features);
}

/** Whether a requirement may be left out of a certificate: it needs a feature that no profile owes. */
export function mayMiss(id: string): boolean {
  const needs = loadCatalogue(SERVICE).find((entry) => entry.id === id)?.needs ?? [];
  // Whether the operation belongs to the revision is not for the target to declare.
  const owed = owedTo('full').filter((feature) => feature === 'accounts-internal' || !DECLARED.includes(feature));
  return needs.some((feature) => !owed.includes(feature));
}

/** The highest profile of which everything can be had. */
function reached(offered: readonly Feature[]): string {
  const isWhole = (profile: string) =>
    owedTo(profile).every((feature) => offered.includes(feature) || DECLARED.includes(feature));
  return ADDED_BY_PROFILE.map(([name]) => name).findLast((name) => isWhole(name)) ?? 'read-only';
}

function pick(reasons: Reasons, wanted: readonly Feature[]): Reasons {
  return Object.fromEntries(Object.entries(reasons).filter(([feature]) => wanted.includes(feature as Feature)));
}

function findLacking(configuration: Configuration, principals: readonly Principal[]): Reasons {
  const lack = (...names: PrincipalName[]) =>
    principals.find(({ name, missing }) => names.includes(name) && missing !== undefined)?.missing;
  const { mayWrite, otherTenant, credentials, mailSink, keepsDefaults, revision } = configuration;
  const writes = mayWrite ? lack('manage') : 'TARGET_ALLOW_WRITES does not allow them';
  const company = writes ?? lack('readOwn', 'manageOwn');
  const defaults = keepsDefaults ? undefined : 'TARGET_DEFAULTS is configured';
  const unsupplied = 'no variable supplies such a token';
  return {
    read: lack('read'),
    writes,
    company,
    'second-company': company ?? lack('otherReadOwn', 'otherManageOwn'),
    unrelated: lack('unrelated'),
    expired: lack('expired'),
    'second-tenant': otherTenant === undefined ? 'TARGET_OTHER_TENANT is not set' : lack('otherTenant'),
    'token-endpoint': credentials.client ? undefined : 'TARGET_CLIENT_ID is not set',
    mail: mailSink === undefined ? 'TARGET_MAIL_SINK is not set' : undefined,
    'accounts-internal': revision === '2025' ? undefined : `the operation is not part of revision ${revision}`,
    'documented-defaults': defaults,
    'default-settings': defaults,
    'anonymous-token': lack('visitor'),
    'multi-company-token': unsupplied,
    'dual-scope-token': lack('readBoth'),
    'companyless-token': lack('companyless'),
    'deprecated-scopes': unsupplied,
    'customer-login': 'the login belongs to another service',
  } as Reasons;
}
