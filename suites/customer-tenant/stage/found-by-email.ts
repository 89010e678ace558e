import type { Profile } from '../../../fixtures/builders/profile-builder.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { creating, listing, reading, upserting } from './calls.ts';
import { changeCustomer } from './change.ts';
import { createdNumber, type Customer } from './customer.ts';
import { createFound, expectFinds, itemOf } from './found.ts';
import { bodyOf, type Json } from './json.ts';
import { whoIsIn } from './telling.ts';

// Who has nothing to expand is listed all the same.
const WAYS = [
  ['sort', 'lastName'],
  ['pageNumber', '1'],
  ['expand', 'addresses'],
  ['expand', 'accounts'],
  ['expand', 'mixin:*'],
] as const;

/** Nobody is hidden for being in some state, and who has another address now is found by that. */
export async function expectFoundInEveryState(t: Examination): Promise<void> {
  const email = builderOf(t).email();
  const changes: Readonly<Record<string, Json>> = {
    'not active': { active: false },
    'on hold': { onHold: true },
    'with another e-mail': { contactEmail: email },
  };
  await t.each(changes, async (change) => {
    const customer = await createFound(t);
    await changeCustomer(t, customer.number, change);
    if (change['contactEmail'] === undefined) await expectFoundInEveryWay(t, customer);
    else {
      await expectFinds(t, `contactEmail:${email}`, customer);
      await expectFinds(t, `contactEmail:${customer.email}`);
    }
  });
  await expectPutFound(t);
  await expectFoundAfterPut(t);
  await expectOthersFound(t);
}

/** Also where the list is sorted, expanded or cut to pages; whether that may be asked for is judged elsewhere. */
async function expectFoundInEveryWay(t: Examination, customer: Customer): Promise<void> {
  await expectFinds(t, `contactEmail:${customer.email}`, customer);
  for (const [name, value] of WAYS) {
    const query = { q: `contactEmail:${customer.email}`, pageSize: '10', [name]: value };
    const isFound = (seen: Exchange) => !isAccepted(seen) || itemOf(seen, customer) !== undefined;
    await t.eventually(`${customer.email} with ${name}=${value} too`, () => t.send(listing(query)), isFound, whoIsIn);
  }
}

/** A PUT that gives another e-mail is found by it, and no more by the old one. */
async function expectFoundAfterPut(t: Examination): Promise<void> {
  const { number, email: old, profile } = await createFound(t);
  const contactEmail = builderOf(t).email();
  t.controlAccepted(await t.send(upserting(number, { ...profile, contactEmail })), 'a PUT that updates');
  const read = await t.waitUntil(
    () => t.send(reading(number)),
    (seen) => bodyOf(seen)['contactEmail'] === contactEmail,
  );
  // What a PUT stores is judged elsewhere.
  if (!read.held) return;
  await expectFoundOnceRead(t, number, { ...profile, contactEmail });
  await expectFinds(t, `contactEmail:${old}`);
}

async function expectPutFound(t: Examination): Promise<void> {
  const [number, profile] = [builderOf(t).number(), builderOf(t).profile()];
  t.controlAccepted(await t.send(upserting(number, profile)), 'a PUT that creates');
  await expectFoundOnceRead(t, number, profile);
}

/** A contact is a customer, too, and so is who has no name; whether there are any is judged elsewhere. */
async function expectOthersFound(t: Examination): Promise<void> {
  const profile = builderOf(t).profile();
  for (const sent of [{ ...profile, type: 'CONTACT' }, { contactEmail: builderOf(t).email() }]) {
    const created = await t.send(creating(sent));
    if (isAccepted(created)) await expectFoundOnceRead(t, createdNumber(t, created), { ...profile, ...sent });
  }
}

/** Capital letters are searched for as they are stored; whether they may be stored small is judged elsewhere. */
export async function expectMixedCaseFound(t: Examination): Promise<void> {
  const profile = { ...builderOf(t).profile(), contactEmail: `Mixed.Case.${builderOf(t).email()}` };
  const number = createdNumber(t, await t.send(creating(profile)));
  const seen = await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  const email = String(bodyOf(seen)['contactEmail']);
  await expectFinds(t, `contactEmail:${email}`, { number, email, profile, stored: {} });
}

async function expectFoundOnceRead(t: Examination, number: string, profile: Profile): Promise<void> {
  await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  const { contactEmail: email } = profile;
  await expectFinds(t, `contactEmail:${email}`, { number, email, profile, stored: {} });
}
