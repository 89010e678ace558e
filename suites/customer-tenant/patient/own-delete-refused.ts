import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { accountsIn, expectAccounts, readingAccounts } from '../stage/accounts.ts';
import { deleting } from '../stage/calls.ts';
import { bothWays, companiesOf, type CompanySide } from '../stage/companies.ts';
import { createForeigner, createLoner } from '../stage/company.ts';
import type { Customer } from '../stage/customer.ts';
import { createUnusual } from '../stage/members.ts';
import { expectSilentAbout } from '../stage/privacy.ts';
import { expectSurvives, expectSurvivesLater } from '../stage/removal.ts';

requirement('OWN-14', async (t) => {
  await t.each(bothWays, async ({ own, foreign }) => expectKept(t, foreign.createMember, own, foreign.manager));
  const unusual = await createUnusual(t, createForeigner);
  await t.each(unusual, async ({ number }) => t.expectStatus(await t.send(deleting(number, 'manageOwn')), 403, 404));
  const numbers = Object.values(unusual).map(({ number }) => number);
  await expectSurvives(t, numbers, 'after a refused deletion');
});

requirement('OWN-15', async (t) => {
  await t.each(companiesOf(t), async (own) => expectKept(t, createLoner, own, 'manage'));
});

/** Expects a customer to outlive a deletion under customer_manage_own, and not one by somebody who is entitled. */
async function expectKept(
  t: Examination,
  create: (t: Examination) => Promise<Customer>,
  { manager, createMember }: CompanySide,
  entitled: PrincipalName,
): Promise<void> {
  const stranger = await create(t);
  const { number } = stranger;
  const accounts = accountsIn(await t.send(readingAccounts(number)));
  const refused = await t.send(deleting(number, manager));
  t.expectStatus(refused, 403, 404);
  expectSilentAbout(t, stranger, refused);
  await expectSurvives(t, number, 'after a refused deletion', refused);
  await expectAccounts(t, number, accounts, refused);
  await expectSurvivesLater(t, number, refused);
  const colleague = await createMember(t);
  t.controlAccepted(await t.send(deleting(colleague.number, manager)), 'deleting a colleague');
  const last = await t.send(deleting(number, entitled));
  if (!isAccepted(last)) t.controlAccepted(await t.send(deleting((await create(t)).number, entitled)));
  const received = `status ${last.response.status}`;
  t.expect(isAccepted(last), 'who is entitled to delete the customer still', received, refused, last);
}
