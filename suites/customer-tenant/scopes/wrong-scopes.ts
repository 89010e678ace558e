import { requirement } from '../../../src/conformance/requirement.ts';
import { createColleague, sharedColleague } from '../stage/company.ts';
import { expectQueriesRefused, expectRefused, only, readOperations, writeOperations } from '../stage/grid.ts';
import { as } from '../stage/tokens.ts';

requirement('SC-06', async (t) => {
  await Promise.all([
    expectRefused(t, writeOperations(t), { 'with customer_read': as('read') }, 403),
    t.claims('company') &&
      expectRefused(t, writeOperations(t, createColleague), { 'with customer_read_own': as('readOwn') }, 403),
  ]);
});

requirement('SC-07', async (t) => {
  await expectRefused(t, readOperations(t), { 'with customer_manage': as('manage') }, 403);
  await expectQueriesRefused(t, 'manage', 403);
  if (!t.claims('company')) return;
  // Of a foreign customer it would be refused for another reason.
  const colleague = readOperations(t, async () => (await sharedColleague(t)).number);
  await expectRefused(t, colleague, { 'with customer_manage_own': as('manageOwn') }, 403);
});

requirement('SC-08', async (t) => {
  const own = { 'with customer_manage_own': as('manageOwn') };
  await expectRefused(t, only(writeOperations(t, createColleague), 'ASSIGN'), own, 403);
  await expectRefused(t, only(writeOperations(t), 'ASSIGN'), own, 403, 404);
});

requirement('SC-09', async (t) => {
  const none = { 'with a token without customer scopes': as('unrelated') };
  await expectRefused(t, only(writeOperations(t), 'ASSIGN'), none, 403);
});
