import type { Examination } from '../../../src/conformance/examination.ts';
import { accountsIn, accountShown, readingAccounts } from './accounts.ts';
import { builderOf } from './builder.ts';
import { assigning, upserting } from './calls.ts';
import { changeCustomer } from './change.ts';
import { createColleague } from './company.ts';
import { createCustomer, type Customer } from './customer.ts';
import { bodyOf } from './json.ts';
import { createByPut } from './put.ts';

/** Addresses that nobody else may take, by what they are called in findings: an owner's, and of somebody switched off. */
export async function takenEmails(t: Examination, owner: Customer): Promise<Readonly<Record<string, string>>> {
  const later = Promise.all([patchedEmail(t), putEmail(t), madeEmail(t)]);
  const [[patched, put, made], dormant] = await Promise.all([later, dormantEmail(t)]);
  const contact = {
    "another customer's contactEmail": owner.email,
    'the contactEmail of a customer who is not active': dormant,
    ...(patched !== undefined && { 'a contactEmail that a PATCH has set': patched }),
    ...(put !== undefined && { 'a contactEmail that a PUT has set': put }),
    ...(made !== undefined && { 'the contactEmail of a customer made by PUT': made }),
    ...(t.claims('company') && { 'the contactEmail of a member of a company': (await createColleague(t)).email }),
  };
  if (!t.claims('accounts-internal')) return contact;
  return { ...contact, 'an assigned e-mail': await assignEmail(t, owner.number) };
}

/** The address of a customer who is switched off. Throws Untestable. */
async function dormantEmail(t: Examination): Promise<string> {
  const { number, email } = await createCustomer(t);
  await changeCustomer(t, number, { active: false });
  return email;
}

/** The address that a customer was given later; undefined where a PATCH leaves the accounts as they were. Throws Untestable. */
async function patchedEmail(t: Examination): Promise<string | undefined> {
  const { number } = await createCustomer(t);
  const contactEmail = builderOf(t).email();
  await changeCustomer(t, number, { contactEmail });
  return accountAfter(t, number, contactEmail);
}

/** The same for a PUT. Throws Untestable. */
async function putEmail(t: Examination): Promise<string | undefined> {
  const { number, profile } = await createCustomer(t);
  const contactEmail = builderOf(t).email();
  t.controlAccepted(await t.send(upserting(number, { ...profile, contactEmail })), 'a PUT with another contactEmail');
  return accountAfter(t, number, contactEmail);
}

/** The address of a customer who is made by PUT; undefined where that cannot be done or gives no account. */
async function madeEmail(t: Examination): Promise<string | undefined> {
  const contactEmail = builderOf(t).email();
  const number = await createByPut(t, { contactEmail });
  return number === undefined ? undefined : accountAfter(t, number, contactEmail);
}

async function accountAfter(t: Examination, number: string, contactEmail: string): Promise<string | undefined> {
  const look = () => t.send(readingAccounts(number));
  const { seen } = await t.waitUntil(look, (read) => bodyOf(read)['contactEmail'] === contactEmail);
  return accountsIn(seen).includes(contactEmail) ? contactEmail : undefined;
}

/** Gives a customer a further account and waits until it is shown; returns its address. Throws Untestable. */
export async function assignEmail(t: Examination, number: string): Promise<string> {
  const email = builderOf(t).email();
  const before = await t.send(readingAccounts(number));
  t.controlAccepted(await t.send(assigning(number, email)), 'an assignment');
  const after = await accountShown(t, number, email);
  const kept = accountsIn(before).every((account) => accountsIn(after).includes(account));
  t.control(kept, 'an assignment leaves the accounts of before');
  const isSame = bodyOf(before)['contactEmail'] === bodyOf(after)['contactEmail'];
  t.control(isSame, 'an assignment leaves the contactEmail');
  return email;
}

/** Two customers whose addresses can collide. Throws Untestable. */
export async function createPair(t: Examination): Promise<{ readonly owner: Customer; readonly other: Customer }> {
  const [owner, other] = await Promise.all([createCustomer(t), createCustomer(t)]);
  return { owner, other };
}
