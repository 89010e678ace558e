import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { finding, listing, reading } from '../stage/calls.ts';
import { sharedColleague, sharedForeigner } from '../stage/company.ts';
import { everyOperation, expectQueriesRefused, expectRefused } from '../stage/grid.ts';
import { lacking } from '../stage/lacking.ts';
import { isListed } from '../stage/privacy.ts';
import { as } from '../stage/tokens.ts';

requirement('SC-11', async (t) => {
  t.controlAccepted(await t.send(listing()), 'a list under customer_read alone');
  for (const customer of [await sharedColleague(t), await sharedForeigner(t)]) {
    const find = (principal: 'read' | 'readBoth') => t.send(finding(customer.email, principal));
    await t.settled(
      'the customer is listed under customer_read alone',
      () => find('read'),
      (seen) => isListed(seen, customer),
    );
    const seen = await find('readBoth');
    t.expect(
      isListed(seen, customer),
      `${customer.email} in the list`,
      `status ${seen.response.status} without it`,
      seen,
    );
    const read = await t.send(reading(customer.number, {}, 'readBoth'));
    t.expect(isAccepted(read), `${customer.email} to be read`, `status ${read.response.status}`, read);
  }
});

requirement('SC-13', async (t) => {
  await expectRefused(t, everyOperation(t), { 'the token of a visitor': as('visitor') }, 401, 403);
  await expectQueriesRefused(t, 'visitor', 401, 403);
});

requirement('SC-12', lacking('a token with one of the deprecated scopes'));

requirement('SC-14', lacking('the token of a customer who has logged in'));
