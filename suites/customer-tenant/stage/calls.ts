import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';

type Query = Readonly<Record<string, string>>;

const SILENT: Query = { sendPasswordResetNotifications: 'false' };

/** A list of customers. */
export function listing(query: Query = {}, as: PrincipalName = 'read'): Call {
  return { as, operation: 'LIST', query };
}

/** The search for a customer by its mail address, the one search that every target has to offer. */
export function finding(email: string, as: PrincipalName = 'read'): Call {
  return listing({ q: `contactEmail:${email}` }, as);
}

/** A new customer; no mail is sent unless a test asks for it. */
export function creating(profile: unknown, as: PrincipalName = 'manage', query = SILENT): Call {
  return { as, operation: 'CREATE', json: profile, query };
}

/** A single read. */
export function reading(number: string, query: Query = {}, as: PrincipalName = 'read'): Call {
  return { as, operation: 'GET', number, query };
}

/** A PUT under a number, new or existing. */
export function upserting(number: string, profile: unknown, as: PrincipalName = 'manage', query = SILENT): Call {
  return { as, operation: 'UPSERT', number, json: profile, query };
}

/** A change of some members. */
export function patching(number: string, changes: unknown, as: PrincipalName = 'manage'): Call {
  return { as, operation: 'PATCH', number, json: changes };
}

/** A deletion. */
export function deleting(number: string, as: PrincipalName = 'manage'): Call {
  return { as, operation: 'DELETE', number };
}

/** A further account for a customer. */
export function assigning(number: string, email: string, as: PrincipalName = 'manage', query = SILENT): Call {
  return { as, operation: 'ASSIGN', number, json: { email }, query };
}
