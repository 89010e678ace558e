import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { finding, reading } from './calls.ts';
import { createCustomer, stateOf, type Customer } from './customer.ts';
import { asObject, bodyOf, type Json, objectsIn, show } from './json.ts';
import { isListed, unmistakable } from './privacy.ts';
import { shared } from './shared.ts';

/** What a member of one company looks out on: a colleague, and customers that must stay out of sight. */
export interface Outlook {
  readonly viewer: PrincipalName;
  readonly colleague: Customer;
  readonly foreigner: Customer;
  readonly loner: Customer;
}

type Known = Pick<Customer, 'number' | 'email'>;

interface Look {
  readonly seen: boolean;
  readonly exchanges: readonly Exchange[];
}

/** Creates a customer of company A and waits until its colleagues see it. Throws Untestable. */
export async function createColleague(t: Examination, members: Json = {}): Promise<Customer> {
  return createMember(t, 'manageOwn', 'readOwn', members);
}

/** Creates a customer of company B and waits until its colleagues see it. Throws Untestable. */
export async function createForeigner(t: Examination, members: Json = {}): Promise<Customer> {
  return createMember(t, 'otherManageOwn', 'otherReadOwn', members);
}

/** Creates a customer of no company; that it calls company A its own makes no member of it. Throws Untestable. */
export async function createLoner(t: Examination, members: Json = {}): Promise<Customer> {
  const { stored, profile } = await sharedColleague(t);
  const company = legalEntitiesOf(stored)[0]?.['name'] ?? profile.company;
  return createCustomer(t, { ...unmistakable(t), company, ...members });
}

/** A customer of company A for checks that do not change it. */
export async function sharedColleague(t: Examination): Promise<Customer> {
  return shared(t, 'colleague', async (stage) => createColleague(stage));
}

/** A customer of company B for checks that do not change it. */
export async function sharedForeigner(t: Examination): Promise<Customer> {
  return shared(t, 'foreigner', async (stage) => createForeigner(stage));
}

/** A customer of no company for checks that do not change it. */
export async function sharedLoner(t: Examination): Promise<Customer> {
  return shared(t, 'loner', async (stage) => createLoner(stage));
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
  return objectsIn(asObject(customer['b2b'])['legalEntities']);
}

/** Expects the members of company A to see a new customer. Throws ContractFailure. */
export async function expectSeenByColleagues(t: Examination, customer: Known, created: Exchange): Promise<void> {
  const own = await lookUntilSeen(t, 'readOwn', customer);
  t.expect(own.seen, "a member of the caller's company", 'not seen by its members', created, ...own.exchanges);
}

/** Expects a new customer to be a member of company A and, as far as that shows, of no other. Throws ContractFailure. */
export async function expectInOwnCompany(t: Examination, customer: Known, created: Exchange): Promise<void> {
  await expectSeenByColleagues(t, customer, created);
  if (!t.claims('second-company')) return;
  const [foreigner, colleague] = await Promise.all([sharedForeigner(t), sharedColleague(t)]);
  const other = await lookFor(t, 'otherReadOwn', customer);
  // Where company A is no secret at all, that is judged elsewhere.
  t.control(!other.seen || !(await lookFor(t, 'otherReadOwn', colleague)).seen, 'company B does not see company A');
  t.expect(!other.seen, 'no member of another company', 'seen by its members', created, ...other.exchanges);
  const read = await t.send(reading(customer.number));
  const ours = idsOfCompanies(colleague.stored);
  const foreign = idsOfCompanies(foreigner.stored).filter((id) => !ours.includes(id));
  const common = idsOfCompanies(bodyOf(read)).filter((id) => foreign.includes(id));
  t.expect(common.length === 0, 'no legal entity of the other company', show(common), created, read);
}

async function createMember(
  t: Examination,
  creator: PrincipalName,
  viewer: PrincipalName,
  members: Json,
): Promise<Customer> {
  const member = await createCustomer(t, { ...unmistakable(t), ...members }, creator);
  const { seen } = await lookUntilSeen(t, viewer, member);
  t.control(seen, `a customer created by ${creator} is seen by ${viewer}`);
  return { ...member, stored: await stateOf(t, member.number) };
}

async function lookUntilSeen(t: Examination, viewer: PrincipalName, customer: Known): Promise<Look> {
  const look = () => lookFor(t, viewer, customer);
  return (await t.waitUntil(look, ({ seen }) => seen)).seen;
}

/** Looks for a customer alone and, where that is in vain, in the list; which of both is broken is judged elsewhere. */
async function lookFor(t: Examination, viewer: PrincipalName, customer: Known): Promise<Look> {
  const read = await t.send(reading(customer.number, {}, viewer));
  if (isAccepted(read) && bodyOf(read)['contactEmail'] === customer.email) return { seen: true, exchanges: [read] };
  const found = await t.send(finding(customer.email, viewer));
  return { seen: isListed(found, customer), exchanges: [read, found] };
}

function idsOfCompanies(customer: Json): unknown[] {
  return legalEntitiesOf(customer).map(({ id }) => id);
}
