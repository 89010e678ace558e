import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { everyOperation, expectQueriesRefused, expectRefused } from '../stage/grid.ts';
import { inOtherTenant } from '../stage/tenant.ts';
import { as } from '../stage/tokens.ts';

requirement('TEN-02', async (t) => {
  t.controlAccepted(await t.send(inOtherTenant(t, listing())), 'a list of the second tenant with its own token');
  const list = { 'LIST of the second tenant': async () => inOtherTenant(t, listing()) };
  await Promise.all([
    expectRefused(t, everyOperation(t), { 'with a token of the second tenant': as('otherTenant') }, 401, 403),
    expectQueriesRefused(t, 'otherTenant', 401, 403),
    expectRefused(t, list, { 'with a token of the first tenant': as('read') }, 401, 403),
  ]);
});
