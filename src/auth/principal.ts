import type { Lifetime } from './granted-token.ts';

/** Who sends a request: one token with exactly one set of scopes, or none. */
export type PrincipalName =
  | 'read'
  | 'manage'
  | 'readOwn'
  | 'manageOwn'
  | 'otherReadOwn'
  | 'otherManageOwn'
  | 'unrelated'
  | 'otherTenant'
  | 'expired'
  | 'readBoth'
  | 'companyless'
  | 'visitor'
  | 'anonymous'
  | 'garbage';

/** The scope that a token was asked for, and its times. */
export interface Grant extends Lifetime {
  readonly scope: string;
}

/** A principal with its credentials resolved. */
export interface Principal {
  readonly name: PrincipalName;
  /** Undefined: no Authorization header is sent. */
  readonly token: string | undefined;
  /** The environment variable that holds the token, for reports and `curl` lines. */
  readonly variable: string;
  /** How the token was granted, where a client asked for it: it can be renewed. */
  readonly grant?: Grant | undefined;
  /** Why the principal cannot be used, where its token could not be had. */
  readonly missing?: string | undefined;
}

/** The variable of the public interface that names each principal's token. */
export const TOKEN_VARIABLES: Readonly<Record<Exclude<PrincipalName, 'anonymous' | 'garbage'>, string>> = {
  read: 'TARGET_TOKEN_READ',
  manage: 'TARGET_TOKEN_MANAGE',
  readOwn: 'TARGET_TOKEN_READ_OWN',
  manageOwn: 'TARGET_TOKEN_MANAGE_OWN',
  otherReadOwn: 'TARGET_TOKEN_OTHER_READ_OWN',
  otherManageOwn: 'TARGET_TOKEN_OTHER_MANAGE_OWN',
  unrelated: 'TARGET_TOKEN_UNRELATED',
  otherTenant: 'TARGET_TOKEN_OTHER_TENANT',
  expired: 'TARGET_TOKEN_EXPIRED',
  readBoth: 'TARGET_TOKEN_READ_BOTH',
  companyless: 'TARGET_TOKEN_COMPANYLESS',
  visitor: 'TARGET_TOKEN_VISITOR',
};

/** Scopes asked of the token endpoint for the principals that client credentials can stand for. */
export const REQUESTED_SCOPES: Readonly<Partial<Record<PrincipalName, string>>> = {
  read: 'customer.customer_read',
  manage: 'customer.customer_manage',
  unrelated: 'conformance.no_customer_scope',
  readBoth: 'customer.customer_read customer.customer_read_own',
  companyless: 'customer.customer_read_own',
};
