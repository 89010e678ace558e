import type { Profile } from '../../../fixtures/builders/profile-builder.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, finding, listing, reading, upserting } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber, type Customer } from '../stage/customer.ts';
import { controlList } from '../stage/entitled.ts';
import { createFound, expectFinds, findsExactly, itemOf } from '../stage/found.ts';
import { bodyOf, itemsOf, type Json } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';
import { whoIsIn } from '../stage/telling.ts';

// Who has nothing to expand is listed all the same.
const WAYS = [
  ['sort', 'lastName'],
  ['pageNumber', '1'],
  ['expand', 'addresses'],
  ['expand', 'accounts'],
  ['expand', 'mixin:*'],
] as const;

requirement('LST-15', async (t) => {
  const email = builderOf(t).email();
  const [local = '', domain = ''] = email.split('@');
  const alike = [
    email,
    `x${email}`,
    `${local}x@${domain}`,
    `${local}@example.org`,
    `${email}.example.org`,
    `${local.replaceAll('.', 'x')}@${domain}`,
    // Some providers deliver both to one mailbox.
    `${local.replaceAll('.', '')}@${domain}`,
    // What stands for any character in a database.
    `${local.replaceAll('.', '_')}@${domain}`,
  ];
  const customers = await Promise.all(alike.map((contactEmail) => createCustomer(t, { contactEmail })));
  controlList(t, await t.send(finding(email)));
  // Nobody is missed by a search only because lists lag behind.
  await t.each(Object.fromEntries(customers.map((customer) => [customer.email, customer])), async (customer) => {
    await t.eventually(
      'the search to find the customer',
      () => t.send(finding(customer.email)),
      (seen) => itemOf(seen, customer) !== undefined,
      whoIsIn,
    );
  });
  await t.each(Object.fromEntries(customers.map((customer) => [customer.email, customer])), async (customer) => {
    const found = await expectFinds(t, `contactEmail:${customer.email}`, customer);
    t.expect(itemsOf(found).length === 1, 'the customer once', `${itemsOf(found).length} times`, found);
  });
  await expectFoundInEveryState(t);
  await expectMixedCaseFound(t);
  if (t.claims('company')) await expectFoundByColleagues(t);
});

/** Capital letters are searched for as they are stored; whether they may be stored small is judged elsewhere. */
async function expectMixedCaseFound(t: Examination): Promise<void> {
  const profile = { ...builderOf(t).profile(), contactEmail: `Mixed.Case.${builderOf(t).email()}` };
  const number = createdNumber(t, await t.send(creating(profile)));
  const seen = await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  const email = String(bodyOf(seen)['contactEmail']);
  await expectFinds(t, `contactEmail:${email}`, { number, email, profile, stored: {} });
}

/** A search of somebody who sees one company narrows, too. */
async function expectFoundByColleagues(t: Examination): Promise<void> {
  const colleague = await sharedColleague(t);
  const look = () => t.send(finding(colleague.email, 'readOwn'));
  await t.settled('a colleague is found', look, (seen) => itemOf(seen, colleague) !== undefined);
  const expected = `a search by readOwn to find exactly ${colleague.email}`;
  await t.eventually(expected, look, (seen) => findsExactly(seen, [colleague]), whoIsIn);
}

/** Nobody is hidden for being in some state, and who has another address now is found by that. */
async function expectFoundInEveryState(t: Examination): Promise<void> {
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

/** Also where the list is sorted, expanded or cut to pages; whether that may be asked for is judged elsewhere. */
async function expectFoundInEveryWay(t: Examination, customer: Customer): Promise<void> {
  await expectFinds(t, `contactEmail:${customer.email}`, customer);
  for (const [name, value] of WAYS) {
    const query = { q: `contactEmail:${customer.email}`, pageSize: '10', [name]: value };
    const isFound = (seen: Exchange) => !isAccepted(seen) || itemOf(seen, customer) !== undefined;
    await t.eventually(`${customer.email} with ${name}=${value} too`, () => t.send(listing(query)), isFound, whoIsIn);
  }
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

async function expectFoundOnceRead(t: Examination, number: string, profile: Profile): Promise<void> {
  await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  const { contactEmail: email } = profile;
  await expectFinds(t, `contactEmail:${email}`, { number, email, profile, stored: {} });
}

requirement('LST-16', async (t) => {
  const empty = await t.send(finding(builderOf(t).email()));
  const found = await t.send(finding(await knownEmail(t)));
  t.controlAccepted(found, 'a search that matches');
  const { json } = empty.response;
  if (!Array.isArray(json) || json.length > 0) t.fail({ expected: '200 with an empty array', exchange: empty });
  // Which success a list is answered with is not judged here.
  t.expectStatus(empty, isAccepted(empty) ? found.response.status : 200);
});

requirement('LST-24', async (t) => {
  const [local = '', domain = ''] = builderOf(t).email().split('@');
  const plain = await createFound(t, { contactEmail: `${local}@${domain}` });
  const tagged = await createCustomer(t, { contactEmail: `${local}+tag@${domain}` });
  await expectFinds(t, `contactEmail:${tagged.email}`, tagged);
  await expectFinds(t, `contactEmail:${plain.email}`, plain);
});
