import { requirement } from '../../../src/conformance/requirement.ts';
import { everyOperation, expectQueriesRefused, expectRefused } from '../stage/grid.ts';
import { as } from '../stage/tokens.ts';

requirement('AUTH-01', async (t) => {
  await expectRefused(t, everyOperation(t), { 'without a token': as('anonymous') }, 401);
  await expectQueriesRefused(t, 'anonymous', 401);
});
