import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { accountsIn, readingAccounts } from './accounts.ts';
import { addAddress } from './address.ts';
import { builderOf } from './builder.ts';
import { patching, reading } from './calls.ts';
import { assignEmail } from './collision.ts';
import { createCustomer } from './customer.ts';
import { byPatch, delicateMembers, delicateShown, expectDelicateKept, REGISTERED } from './delicate.ts';
import { bodyOf, objectsIn } from './json.ts';
import { expectStored, isEmptied, isStored } from './stored.ts';
import { telling } from './telling.ts';

const EXPANDED = { expand: 'mixin:*' };

/** Expects a PATCH to change what is easily lost, and one of another member to leave it. */
export async function expectDelicate(t: Examination): Promise<void> {
  const { number } = await createCustomer(t);
  const members = { ...delicateMembers('CUSTOMER'), ...REGISTERED };
  await expectDelicateKept(t, members, byPatch(t, number));
  const kept = await delicateShown(t, number, members);
  const title = builderOf(t).text('title');
  t.controlAccepted(await t.send(patching(number, { title })), 'a PATCH of title');
  await expectStored(t, number, { ...kept, title }, EXPANDED);
}

/** Expects a text that is sent empty to be gone, unless that is refused. */
export async function expectEmptied(t: Examination): Promise<void> {
  const { number } = await createCustomer(t, { middleName: builderOf(t).marker() });
  const patched = await t.send({ ...patching(number, { middleName: '' }), invalid: true });
  if (!isAccepted(patched)) return t.note(`an empty middleName: status ${patched.response.status}`);
  const look = () => t.send(reading(number));
  await t.eventually('no middleName after one that is empty', look, isEmptied('middleName'), telling('middleName'));
}

/** Expects an address and a further account to outlast another contactEmail. */
export async function expectAccountKept(t: Examination): Promise<void> {
  const { number } = await createCustomer(t);
  const hadAddress = (await addAddress(t, number)) && (await showsAddress(t, number));
  const account = await assignEmail(t, number);
  const contactEmail = builderOf(t).email();
  t.controlAccepted(await t.send(patching(number, { contactEmail })), 'a PATCH of contactEmail');
  const look = () => t.send(readingAccounts(number));
  const seen = await t.settled('the contactEmail is read', look, (read) => isStored(read, { contactEmail }));
  if (hadAddress)
    t.expect(await showsAddress(t, number), 'the address of a customer still', 'none', ...t.exchanges.slice(-1));
  if (accountsIn(seen).includes(account)) return;
  await t.eventually(
    `the account ${account} still`,
    look,
    (again) => accountsIn(again).includes(account),
    telling('accounts'),
  );
}

/** Whether a customer is read with an address. */
async function showsAddress(t: Examination, number: string): Promise<boolean> {
  const look = () => t.send(reading(number, { expand: 'addresses' }));
  return (await t.waitUntil(look, (seen) => objectsIn(bodyOf(seen)['addresses']).length > 0)).held;
}
