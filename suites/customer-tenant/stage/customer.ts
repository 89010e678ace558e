import type { Profile } from '../../../fixtures/builders/profile-builder.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import { textMember } from '../../../src/conformance/creation.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { creating, reading } from './calls.ts';
import { bodyOf, type Json } from './json.ts';
import { learnSteadyReads } from './replicas.ts';

/** A customer that the run created, with the profile as it was sent and as it was first read. */
export interface Customer {
  readonly number: string;
  readonly email: string;
  readonly profile: Profile;
  readonly stored: Json;
}

// What a check gives a customer of its own accord is what it stands on.
const TEXTS = ['title', 'firstName', 'middleName', 'lastName', 'contactPhone', 'company'];

/** Creates a customer as a prerequisite and waits until it can be read. Throws Untestable where that fails. */
export async function createCustomer(
  t: Examination,
  members: Json = {},
  as: PrincipalName = 'manage',
): Promise<Customer> {
  const profile: Profile = { ...builderOf(t).profile(), ...members };
  const number = createdNumber(t, await t.send(creating(profile, as)));
  await learnSteadyReads(t);
  const seen = await t.settled('the created customer can be read', () => t.send(reading(number)), isAccepted);
  const stored = bodyOf(seen);
  t.control(stored['contactEmail'] === profile.contactEmail, 'the created customer is read with its contactEmail');
  for (const name of TEXTS.filter((text) => members[text] !== undefined))
    t.control(stored[name] === members[name], `the created customer is read with its ${name}`);
  return { number, email: profile.contactEmail, profile, stored };
}

/** The number under which a creation was accepted. Throws Untestable where it was not. */
export function createdNumber(t: Examination, created: Exchange): string {
  t.controlAccepted(created, 'creating a customer');
  const number = textMember(created.response.json, 'id');
  if (number === undefined) t.control(false, 'the answer to a creation names an id');
  return number ?? '';
}

/** The current state of a customer that is known to exist. Throws Untestable where it cannot be read. */
export async function stateOf(t: Examination, number: string, query: Readonly<Record<string, string>> = {}) {
  const seen = await t.send(reading(number, query));
  t.controlAccepted(seen, 'reading the customer');
  return bodyOf(seen);
}

/** Whether a customer is read as gone. */
export function isGone(exchange: Exchange): boolean {
  return exchange.response.status === 404;
}
