import { requirement } from '../../../src/conformance/requirement.ts';
import { everyOperation, expectQueriesRefused, expectRefused } from '../stage/grid.ts';
import { as } from '../stage/tokens.ts';

requirement('AUTH-03', async (t) => {
  await expectRefused(t, everyOperation(t), { 'with an expired token': as('expired') }, 401);
  await expectQueriesRefused(t, 'expired', 401);
});
