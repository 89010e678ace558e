import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, deleting, patching, reading, upserting } from '../stage/calls.ts';
import { assignEmail } from '../stage/collision.ts';
import { createColleague } from '../stage/company.ts';
import { createdNumber, createCustomer, isGone, type Customer } from '../stage/customer.ts';
import { pick } from '../stage/json.ts';
import { createByPut } from '../stage/put.ts';
import { removeCustomer } from '../stage/removal.ts';
import { differing, expectStored } from '../stage/stored.ts';

requirement('DEL-05', async (t) => {
  const { number, email } = await createCustomer(t);
  const emails = {
    contactEmail: email,
    ...(t.claims('accounts-internal') && { assigned: await assignEmail(t, number) }),
  };
  await t.each(emails, async (taken) => {
    const early = await t.send(creating({ ...builderOf(t).profile(), contactEmail: taken }));
    t.control(!isAccepted(early), 'the address is taken before the deletion');
  });
  // Whoever is switched off has accounts, too.
  t.controlAccepted(await t.send(patching(number, { active: false })), 'a change of active');
  await removeCustomer(t, number);
  const fresh = await createCustomer(t);
  await t.each(emails, async (freed) => expectFree(t, freed, fresh));
  await expectFreeForChanges(t);
  await expectFreeOfPut(t, fresh);
  if (!t.claims('company')) return;
  const colleague = await createColleague(t);
  t.controlAccepted(await t.send(deleting(colleague.number, 'manageOwn')), 'a deletion by a colleague');
  await t.settled('the deleted customer is gone', () => t.send(reading(colleague.number)), isGone);
  await expectFree(t, colleague.email, fresh);
});

/** Expects the address of a customer whom a PUT has created to be free as well. */
async function expectFreeOfPut(t: Examination, fresh: Customer): Promise<void> {
  const contactEmail = builderOf(t).email();
  const number = await createByPut(t, { contactEmail });
  if (number === undefined) return;
  await removeCustomer(t, number);
  await expectFree(t, contactEmail, fresh);
}

/** Sends until that is accepted, for whoever has an address then keeps it. */
function untilAccepted(send: () => Promise<Exchange>): () => Promise<Exchange> {
  let last: Exchange | undefined;
  return async () => {
    if (last === undefined || !isAccepted(last)) last = await send();
    return last;
  };
}

/** Expects freed addresses to be free for those who are there already, too. */
async function expectFreeForChanges(t: Examination): Promise<void> {
  const changes: Readonly<Record<string, (customer: Customer, email: string) => Call>> = {
    PUT: ({ number, profile }, contactEmail) => upserting(number, { ...profile, contactEmail }),
    PATCH: ({ number }, contactEmail) => patching(number, { contactEmail }),
    ...(t.claims('accounts-internal') && { ASSIGN: ({ number }, email) => assigning(number, email) }),
  };
  await t.each(changes, async (change, operation) => {
    const [customer, leaving] = await Promise.all([createCustomer(t), createCustomer(t)]);
    await removeCustomer(t, leaving.number);
    const fresh = await t.send(change(customer, builderOf(t).email()));
    if (!isAccepted(fresh)) return t.note(`${operation} of a fresh address: status ${fresh.response.status}`);
    const send = untilAccepted(() => t.send(change(customer, leaving.email)));
    await t.eventually(`${operation} of the freed address to be accepted`, send, isAccepted);
  });
}

/**
 * Expects an address to be free for a new customer, as soon as a deletion may be expected to have freed it, and that one to be
 * stored like the one who has a fresh address.
 */
async function expectFree(t: Examination, contactEmail: string, fresh: Customer): Promise<void> {
  const profile = { ...fresh.profile, contactEmail };
  const create = untilAccepted(() => t.send(creating(profile)));
  const created = await t.eventually(
    `a customer with the freed address ${contactEmail} to be created`,
    create,
    isAccepted,
  );
  const lost = differing(fresh.stored, { ...fresh.profile });
  const kept = Object.keys(profile).filter((name) => !lost.includes(name));
  await expectStored(t, createdNumber(t, created), pick({ ...profile }, kept));
}
