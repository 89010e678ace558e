import { waitUntil } from '../../../src/conformance/convergence.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted, type Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { finding, reading } from './calls.ts';
import { createCustomer, stateOf, type Customer } from './customer.ts';
import { asObject, itemsOf, type Json } from './json.ts';
import { shared } from './shared.ts';

/** What a member of one company looks out on: a colleague, and customers that must stay out of sight. */
export interface Outlook {
  readonly viewer: PrincipalName;
  readonly colleague: Customer;
  readonly foreigner: Customer;
  readonly loner: Customer;
}

/** Creates a customer of company A and waits until its colleagues see it. Throws Untestable. */
export async function createColleague(t: Examination): Promise<Customer> {
  return createMember(t, 'manageOwn', 'readOwn');
}

/** Creates a customer of company B and waits until its colleagues see it. Throws Untestable. */
export async function createForeigner(t: Examination): Promise<Customer> {
  return createMember(t, 'otherManageOwn', 'otherReadOwn');
}

/** Creates a customer of no company; that it calls company A its own makes no member of it. Throws Untestable. */
export async function createLoner(t: Examination): Promise<Customer> {
  const { stored, profile } = await sharedColleague(t);
  const company = legalEntitiesOf(stored)[0]?.['name'] ?? profile.company;
  return createCustomer(t, { ...unmistakable(t), company });
}

/** A customer of company A for checks that do not change it. */
export async function sharedColleague(t: Examination): Promise<Customer> {
  return shared(t, 'a customer of the own company', () => createColleague(t));
}

/** A customer of company B for checks that do not change it. */
export async function sharedForeigner(t: Examination): Promise<Customer> {
  return shared(t, 'a customer of the other company', () => createForeigner(t));
}

/** A customer of no company for checks that do not change it. */
export async function sharedLoner(t: Examination): Promise<Customer> {
  return shared(t, 'a customer of no company', () => createLoner(t));
}

/** The outlooks of both companies on customers that are not changed. Throws Untestable. */
export async function bothOutlooks(t: Examination): Promise<Readonly<Record<string, Outlook>>> {
  const [a, b, loner] = await Promise.all([sharedColleague(t), sharedForeigner(t), sharedLoner(t)]);
  return {
    'company A': { viewer: 'readOwn', colleague: a, foreigner: b, loner },
    'company B': { viewer: 'otherReadOwn', colleague: b, foreigner: a, loner },
  };
}

/** The companies that a customer is shown to belong to. */
export function legalEntitiesOf(customer: Json): Json[] {
  const { legalEntities } = asObject(customer['b2b']);
  return Array.isArray(legalEntities) ? legalEntities.map((entity) => asObject(entity)) : [];
}

/** Whether a member of a company sees a customer, alone or in the list; what of both fails is judged elsewhere. */
export async function isSeenBy(t: Examination, viewer: PrincipalName, { number, email }: Customer): Promise<boolean> {
  if (isAccepted(await t.send(reading(number, {}, viewer)))) return true;
  return itemsOf(await t.send(finding(email, viewer))).some(({ contactEmail }) => contactEmail === email);
}

async function createMember(t: Examination, creator: PrincipalName, viewer: PrincipalName): Promise<Customer> {
  const member = await createCustomer(t, unmistakable(t), creator);
  const look = async () => isSeenBy(t, viewer, member);
  const { held } = await waitUntil(look, (seen) => seen, t.run.settings.convergenceMs);
  t.control(held, `a customer created by ${creator} is seen by ${viewer}`);
  return { ...member, stored: await stateOf(t, member.number) };
}

/** Names that occur in no other record, and that come first where a list is sorted by them. */
function unmistakable(t: Examination): Json {
  const marker = builderOf(t).marker();
  return { firstName: `Aaf${marker}`, lastName: `Aal${marker}` };
}
