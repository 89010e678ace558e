import { requirement } from '../../../src/conformance/requirement.ts';
import { everyOperation, expectRefused, queriedReads } from '../stage/grid.ts';
import { as } from '../stage/tokens.ts';

requirement('AUTH-01', async (t) => {
  await expectRefused(t, everyOperation(t), { 'without a token': as('anonymous') }, 401);
  await t.each(await queriedReads(t), async (read) => t.expectStatus(await t.send(as('anonymous')(read)), 401));
});
