import { requirement } from '../../../src/conformance/requirement.ts';
import { listing, patching } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';

requirement('ERR-07', async (t) => {
  const { number, stored } = await createCustomer(t);
  const collection = await t.send({ ...listing(), as: 'manage', method: 'PATCH', json: {}, invalid: true });
  t.expectStatus(collection, 405, 404);
  const item = await t.send({ ...patching(number, { firstName: 'Posted' }), method: 'POST', invalid: true });
  t.expectStatus(item, 405, 404);
  await expectUnchanged(t, number, stored, item);
});
