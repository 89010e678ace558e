import type { PrincipalName } from '../../../src/auth/principal.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { everyOperation, expectQueriesRefused, expectRefused, only } from '../stage/grid.ts';
import { bodyOf, show } from '../stage/json.ts';
import { as, forgeries } from '../stage/tokens.ts';

requirement('AUTH-02', async (t) => {
  await expectRefused(t, everyOperation(t), { 'with words for a token': as('garbage') }, 401);
  await expectRefused(t, only(everyOperation(t), 'LIST', 'GET', 'CREATE'), forgeries(t), 401);
  await expectQueriesRefused(t, 'garbage', 401);
});

requirement('AUTH-06', async (t) => {
  const callers: readonly PrincipalName[] = t.claims('expired') ? ['garbage', 'expired'] : ['garbage'];
  t.controlAccepted(await t.send(listing()));
  for (const caller of callers) {
    const refused = await t.send(listing({}, caller));
    t.control(refused.response.status === 401, `a request with the ${caller} token is answered 401`);
    t.note(`a request with the ${caller} token is answered 401 with ${show(bodyOf(refused)['fault'])}`);
  }
});
