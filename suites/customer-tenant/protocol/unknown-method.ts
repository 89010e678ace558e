import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, listing, patching } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';

requirement('ERR-07', async (t) => {
  const { number, stored } = await createCustomer(t);
  const collection = await t.send({ ...listing(), as: 'manage', method: 'PATCH', json: {}, invalid: true });
  t.expectStatus(collection, 405, 404);
  const profile = builderOf(t).profile();
  const put = await t.send({ ...creating(profile), method: 'PUT', invalid: true });
  t.expectStatus(put, 405, 404);
  await expectNobodyHas(t, profile.contactEmail, put);
  const item = await t.send({ ...patching(number, { firstName: 'Posted' }), method: 'POST', invalid: true });
  t.expectStatus(item, 405, 404);
  await expectUnchanged(t, number, stored, item);
  if (!t.claims('accounts-internal')) return;
  const account = await t.send({ ...assigning(number, builderOf(t).email()), method: 'PUT', invalid: true });
  t.expectStatus(account, 405, 404);
});
