import { requirement } from '../../../src/conformance/requirement.ts';
import { listing, reading } from '../stage/calls.ts';
import { only, writeOperations } from '../stage/grid.ts';
import { idsOf } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { expectSufficient, plainScopes } from '../stage/sufficient.ts';

requirement('SC-01', async (t) => {
  const listed = await t.send(listing());
  t.expectAccepted(listed);
  const [first] = idsOf(listed);
  t.control(t.claims('writes') || first !== undefined, 'the list shows a customer');
  const listedOne = { GET: async () => reading(first ?? '') };
  await expectSufficient(t, t.claims('writes') ? only(plainScopes(t), 'GET') : listedOne);
  await knownCustomer(t);
});

requirement('SC-03', async (t) => {
  await expectSufficient(t, only(plainScopes(t), 'CREATE', 'UPSERT', 'PATCH', 'DELETE'));
});

requirement('SC-05', async (t) => {
  await expectSufficient(t, only(writeOperations(t), 'ASSIGN'));
});
