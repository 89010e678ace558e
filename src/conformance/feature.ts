/** What a target has to offer, or a run to be given, before some requirements can be judged. */
export const FEATURES = [
  'read',
  'writes',
  'company',
  'second-company',
  'unrelated',
  'expired',
  'second-tenant',
  'token-endpoint',
  'mail',
  'accounts-internal',
  'documented-defaults',
  'default-settings',
  'anonymous-token',
  'multi-company-token',
  'dual-scope-token',
  'companyless-token',
  'deprecated-scopes',
  'customer-login',
] as const;

export type Feature = (typeof FEATURES)[number];
