import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { deleting, reading } from '../stage/calls.ts';
import { companiesOf } from '../stage/companies.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer, isGone } from '../stage/customer.ts';
import { createUnusual } from '../stage/members.ts';
import { removeCustomer } from '../stage/removal.ts';

requirement('OWN-13', async (t) => {
  await removeCustomer(t, (await createCustomer(t)).number);
  await t.each(companiesOf(t), async ({ manager, createMember }) => {
    const { number } = await createMember(t);
    t.expectAccepted(await t.send(deleting(number, manager)));
    await t.eventually('the colleague to be gone', () => t.send(reading(number)), isGone);
  });
  const unusual = await createUnusual(t, createColleague);
  // That they are gone then is judged without companies.
  await t.each(unusual, async ({ number }) => {
    const deleted = await t.send(deleting(number, 'manageOwn'));
    if (!isAccepted(deleted))
      t.controlAccepted(await t.send(deleting(number)), 'the same deletion under customer_manage');
    t.expectAccepted(deleted);
  });
});
