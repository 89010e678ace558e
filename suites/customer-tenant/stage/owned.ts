import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { patching, reading } from './calls.ts';
import { createColleague } from './company.ts';
import { createCustomer, type Customer } from './customer.ts';
import { asObject, bodyOf, show, type Json } from './json.ts';

/** A time at which nobody was created. */
export const LONG_AGO = '2001-01-01T00:00:00.000Z';

/** Makes the call that sends some members to a customer. */
export type Change = (customer: Customer, members: Json) => Call;

/**
 * Expects changes that send what only the service sets to be refused or without effect on it, for a customer of a company
 * and for one of none. Throws ContractFailure, and Untestable where no change shows.
 */
export async function expectOwnedKept(t: Examination, change: Change): Promise<void> {
  const customers = {
    'of no company': createCustomer,
    ...(t.claims('company') && { 'of a company': createColleague }),
  };
  await t.each(customers, async (create) => {
    const customer = await create(t);
    const { number, stored } = customer;
    const sent = [];
    for (const members of membersOwned(t, stored))
      sent.push(await t.send({ ...change(customer, members), invalid: true }));
    const company = builderOf(t).marker();
    t.controlAccepted(await t.send(patching(number, { company })), 'a PATCH of another member');
    const look = () => t.send(reading(number));
    const seen = await t.settled('that PATCH is read', look, (read) => bodyOf(read)['company'] === company);
    const [was, is] = [ownedIn(stored), ownedIn(bodyOf(seen))];
    const isKept = isDeepStrictEqual(is, was);
    if (!isKept) await controlNaming(t, create, change);
    t.expect(isKept, show(was), show(is), ...sent, seen);
  });
}

/** Naming the company that is shown, and nothing else, has to leave a customer in it. Throws Untestable. */
async function controlNaming(t: Examination, create: typeof createCustomer, change: Change): Promise<void> {
  const customer = await create(t);
  const { number, stored } = customer;
  const { companyRegistrationId } = asObject(stored['b2b']);
  if (typeof companyRegistrationId !== 'string') return;
  const after = async (members: Json) => {
    await t.send(change(customer, members));
    return ownedIn(bodyOf(await t.send(reading(number))));
  };
  // What a change without a company does too is no matter of naming one.
  if (!isDeepStrictEqual(await after({}), ownedIn(stored))) return;
  const is = await after({ b2b: { companyRegistrationId } });
  t.control(isDeepStrictEqual(is, ownedIn(stored)), 'a customer stays in its company where that is named again');
}

/** Each in a request of its own, for one of them may be refused; the company stays the one that the customer has. */
function membersOwned(t: Examination, { businessModel, b2b }: Json): Json[] {
  const id = builderOf(t).marker();
  const { companyRegistrationId } = asObject(b2b);
  const named = typeof companyRegistrationId === 'string' ? { companyRegistrationId } : {};
  return [
    { businessModel: businessModel === 'B2B' ? 'B2C' : 'B2B', b2b: named },
    { b2b: { ...named, legalEntities: [{ id, name: id, contactAssignmentId: id }] } },
    { b2b: { ...named, legalEntities: [] } },
    { metadataCreatedAt: LONG_AGO, b2b: named },
  ];
}

function ownedIn({ businessModel, b2b, metadataCreatedAt }: Json): Json {
  const { legalEntities } = asObject(b2b);
  return {
    businessModel: businessModel ?? null,
    legalEntities: legalEntities ?? [],
    metadataCreatedAt: metadataCreatedAt ?? null,
  };
}
