import type { Examination } from '../../../src/conformance/examination.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { deleting, reading } from '../stage/calls.ts';
import { bothWays, companiesOf, type CompanySide } from '../stage/companies.ts';
import { createLoner } from '../stage/company.ts';
import { createCustomer, isGone, type Customer } from '../stage/customer.ts';
import { expectSurvives, removeCustomer } from '../stage/removal.ts';

requirement('OWN-13', async (t) => {
  await removeCustomer(t, (await createCustomer(t)).number);
  await t.each(companiesOf(t), async ({ manager, createMember }) => {
    const { number } = await createMember(t);
    t.expectAccepted(await t.send(deleting(number, manager)));
    await t.eventually('the colleague to be gone', () => t.send(reading(number)), isGone);
  });
});

requirement('OWN-14', async (t) => {
  await t.each(bothWays, async ({ own, foreign }) =>
    expectKept(t, await foreign.createMember(t), own, foreign.manager),
  );
});

requirement('OWN-15', async (t) => {
  await t.each(companiesOf(t), async (own) => expectKept(t, await createLoner(t), own, 'manage'));
});

/** Expects a customer to outlive a deletion under customer_manage_own, and not one by somebody who is entitled. */
async function expectKept(
  t: Examination,
  { number }: Customer,
  { manager, createMember }: CompanySide,
  entitled: PrincipalName,
): Promise<void> {
  const refused = await t.send(deleting(number, manager));
  t.expectStatus(refused, 403, 404);
  await expectSurvives(t, number, 'after a refused deletion', refused);
  const colleague = await createMember(t);
  t.controlAccepted(await t.send(deleting(colleague.number, manager)), 'deleting a colleague');
  t.controlAccepted(await t.send(deleting(number, entitled)));
}
