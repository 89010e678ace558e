import type { Examination } from '../../../src/conformance/examination.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { deleting, reading } from '../stage/calls.ts';
import { createColleague, createForeigner, createLoner } from '../stage/company.ts';
import { createCustomer, isGone, type Customer } from '../stage/customer.ts';
import { expectSurvives, removeCustomer } from '../stage/removal.ts';

requirement('OWN-13', async (t) => {
  const [colleague, other] = await Promise.all([createColleague(t), createCustomer(t)]);
  await removeCustomer(t, other.number);
  t.expectAccepted(await t.send(deleting(colleague.number, 'manageOwn')));
  await t.eventually('the colleague to be gone', () => t.send(reading(colleague.number)), isGone);
});

requirement('OWN-14', async (t) => {
  await expectKept(t, await createForeigner(t), 'otherManageOwn');
});

requirement('OWN-15', async (t) => {
  await expectKept(t, await createLoner(t), 'manage');
});

/** Expects a customer to outlive a deletion under customer_manage_own, and not one by somebody who is entitled. */
async function expectKept(t: Examination, { number }: Customer, entitled: PrincipalName): Promise<void> {
  const refused = await t.send(deleting(number, 'manageOwn'));
  t.expectStatus(refused, 403, 404);
  await expectSurvives(t, number, 'after a refused deletion', refused);
  const colleague = await createColleague(t);
  t.controlAccepted(await t.send(deleting(colleague.number, 'manageOwn')), 'deleting a colleague');
  t.controlAccepted(await t.send(deleting(number, entitled)));
}
