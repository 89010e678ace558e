import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { accountsIn, accountShown, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning } from '../stage/calls.ts';
import { assignEmail, createPair, takenEmails } from '../stage/collision.ts';
import { createCustomer, type Customer } from '../stage/customer.ts';
import { bodyOf, show } from '../stage/json.ts';

requirement('ASG-09', async (t) => {
  const { owner, other } = await createPair(t);
  const emails = await takenEmails(t, owner);
  await assignEmail(t, other.number);
  const before = await accountsOf(t, [owner, other]);
  const refused: Exchange[] = [];
  await t.each(emails, async (email) => {
    const answer = await t.send(assigning(other.number, email));
    refused.push(answer);
    t.expectStatus(answer, 409);
  });
  const fresh = builderOf(t).email();
  t.controlAccepted(await t.send(assigning(other.number, fresh)), 'assigning a free e-mail');
  await accountShown(t, other.number, fresh);
  const after = await accountsOf(t, [owner, other], fresh);
  t.expect(after === before, `accounts ${before}`, after, ...refused);
  await expectOneOfMany(t, [owner, other]);
});

/** Expects one e-mail that is assigned to several customers at the same time to become an account of one of them. */
async function expectOneOfMany(t: Examination, customers: readonly Customer[]): Promise<void> {
  const email = builderOf(t).email();
  const answers = await Promise.all(customers.map(({ number }) => t.send(assigning(number, email))));
  const accepted = answers.filter((answer) => isAccepted(answer)).length;
  const statuses = answers.map(({ response }) => response.status).join(', ');
  t.expect(accepted <= 1, 'one of several assignments at once to be accepted', statuses, ...answers);
}

requirement('ASG-10', async (t) => {
  const { number } = await createCustomer(t);
  const email = await assignEmail(t, number);
  const again = await t.send(assigning(number, email));
  t.expectStatus(again, 409);
  await assignEmail(t, number);
  const seen = await t.send(readingAccounts(number));
  const times = accountsIn(seen).filter((account) => account === email).length;
  t.expect(times === 1, `one account ${email}`, `${times}`, again, seen);
});

requirement('ASG-13', async (t) => {
  const { owner, other } = await createPair(t);
  const refused = await t.send(assigning(other.number, owner.email));
  t.control(refused.response.status === 409, 'a taken e-mail is answered 409');
  t.expectValue('#/components/schemas/ErrorMessageStrict', refused);
  const { status, type, message } = bodyOf(refused);
  t.expect(status === 409, 'status 409', show(status), refused);
  t.expect(type === 'conflict_resource', 'type conflict_resource', show(type), refused);
  t.expect(String(message).includes(owner.email), `a message that names ${owner.email}`, show(message), refused);
});

/** Who of some customers has which accounts, but for one that was added on purpose. */
async function accountsOf(t: Examination, customers: readonly Customer[], added?: string): Promise<string> {
  const reads = await Promise.all(customers.map(({ number }) => t.send(readingAccounts(number))));
  const accounts = reads.map((seen) => accountsIn(seen).filter((account) => account !== added));
  return accounts.map((each, index) => `${customers[index]?.number}: ${each.join(', ')}`).join('; ');
}
