import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { accountsIn, accountShown, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, finding, reading, upserting } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer, createdNumber, stateOf, type Customer } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { itemOf } from '../stage/found.ts';
import { bodyOf, differingNames, show, type Json } from '../stage/json.ts';
import { MIXED } from '../stage/mixins.ts';
import { createByPut } from '../stage/put.ts';
import { telling } from '../stage/telling.ts';

requirement('ASG-02', async (t) => {
  const { number } = await createCustomer(t);
  const assigned = await t.send(assigning(number, builderOf(t).email()));
  t.controlAccepted(assigned, 'an assignment');
  const { id } = bodyOf(assigned);
  // Customers may be addressed by an id beside their number.
  const isNumber = id === number || id === (await stateOf(t, number))['customerNumber'];
  t.expect(isNumber, `the id ${number}`, show(id), assigned);
});

requirement('ASG-03', async (t) => {
  const { number, email: first, profile } = await createCustomer(t);
  const emails = [builderOf(t).email(), `tag+${builderOf(t).email()}`];
  for (const email of emails) t.controlAccepted(await t.send(assigning(number, email)), 'an assignment');
  if (t.claims('mail')) {
    const told = builderOf(t).email();
    t.controlAccepted(
      await t.send(assigning(number, told, 'manage', {})),
      'an assignment that says nothing of letters',
    );
    emails.push(told);
  }
  const wanted = [first, ...emails];
  const shown = await t.eventually(
    `accounts with the ids ${wanted.join(', ')}`,
    () => t.send(readingAccounts(number)),
    (seen) => wanted.every((email) => accountsIn(seen).includes(email)),
    telling('accounts'),
  );
  await expectFoundInactive(t, number);
  await expectAssignedToAll(t);
  const company = builderOf(t).marker();
  const { contactEmail } = bodyOf(shown);
  const put = await t.send(upserting(number, { ...profile, contactEmail, company }));
  if (!isAccepted(put)) return t.note('what a PUT makes of the accounts is not known, for it is refused');
  const look = () => t.send(readingAccounts(number));
  const seen = await t.settled('the PUT is read', look, (read) => bodyOf(read)['company'] === company);
  const lost = wanted.filter((email) => !accountsIn(seen).includes(email));
  t.expect(lost.length === 0, 'the accounts to outlive a PUT', `${lost.join(', ')} gone`, put, seen);
});

/** Who was made by PUT, or belongs to a company, is assigned accounts like everybody else. */
async function expectAssignedToAll(t: Examination): Promise<void> {
  const made = await createByPut(t, {});
  const numbers = {
    ...(made !== undefined && { 'a customer made by PUT': made }),
    ...(t.claims('company') && { 'a member of a company': (await createColleague(t)).number }),
  };
  await t.each(numbers, async (number) => {
    const email = builderOf(t).email();
    t.expectAccepted(await t.send(assigning(number, email)));
    const look = () => t.send(readingAccounts(number));
    const isShown = (seen: Exchange) => accountsIn(seen).includes(email);
    await t.eventually(`an account with the id ${email}`, look, isShown, telling('accounts'));
  });
}

/** Who is switched off is a customer still, and no unknown one. */
async function expectFoundInactive(t: Examination, number: string): Promise<void> {
  await changeCustomer(t, number, { active: false });
  const assigned = await t.send(assigning(number, builderOf(t).email()));
  t.expect(assigned.response.status !== 404, 'a customer who is not active to be found', 'status 404', assigned);
}

requirement('ASG-12', async (t) => {
  const create = t.claims('company') ? createColleague : createCustomer;
  const mixed = await create(t, MIXED);
  await expectKept(t, mixed.number);
  await expectListedAsBefore(t, mixed);
  await changeCustomer(t, mixed.number, { active: false });
  await expectKept(t, mixed.number);
  const { firstName, lastName } = builderOf(t).profile();
  const created = await t.send(creating({ firstName, lastName }));
  if (!isAccepted(created)) return t.note('nobody is created without a contactEmail');
  const number = createdNumber(t, created);
  await t.settled('the created customer can be read', () => t.send(reading(number)), isAccepted);
  await expectKept(t, number);
});

/** Expects a list to show who has several accounts with the same contactEmail still, where it finds them. */
async function expectListedAsBefore(t: Examination, customer: Customer): Promise<void> {
  const look = () => t.send(finding(customer.email));
  const { seen, held } = await t.waitUntil(look, (list) => itemOf(list, customer) !== undefined);
  const shown = itemOf(seen, customer)?.['contactEmail'];
  t.expect(!held || shown === customer.email, `the contactEmail ${customer.email} in the list`, show(shown), seen);
}

/** Expects an assignment to leave a customer as it was but for its accounts. */
async function expectKept(t: Examination, number: string): Promise<void> {
  const look = () => t.send(reading(number, { expand: 'mixin:*' }));
  const before = shownIn(await look());
  const email = builderOf(t).email();
  t.controlAccepted(await t.send(assigning(number, email)), 'an assignment');
  await accountShown(t, number, email);
  const changedIn = (again: Exchange) => differingNames(before, shownIn(again));
  const { seen } = await t.waitUntil(look, (again) => changedIn(again).length === 0);
  const changed = changedIn(seen);
  const received = changed.map((name) => `${name} ${show(shownIn(seen)[name])}`).join(', ');
  const expected = changed.map((name) => `${name} ${show(before[name])}`).join(', ');
  t.expect(changed.length === 0, expected, received, seen);
}

function shownIn(seen: Exchange): Json {
  const customer = bodyOf(seen);
  return { ...profileOf(customer), mixins: customer['mixins'] ?? {} };
}
