import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import {
  everyOperation,
  expectQueriesRefused,
  expectRefused,
  expectRefusedStill,
  only,
  type Spoils,
} from '../stage/grid.ts';
import { expectSilentAbout } from '../stage/privacy.ts';
import { as, byItsCaller } from '../stage/tokens.ts';

requirement('AUTH-09', async (t) => {
  await expectRefused(t, everyOperation(t), { 'with a token without customer scopes': as('unrelated') }, 403);
  await expectQueriesRefused(t, 'unrelated', 403);
  if (!t.claims('writes')) return;
  const customer = await createCustomer(t);
  expectSilentAbout(t, customer, await t.send(reading(customer.number, {}, 'unrelated')));
});

requirement('AUTH-11', async (t) => {
  const operations = only(everyOperation(t), 'GET', 'PATCH', 'DELETE', 'ASSIGN');
  const number = () => builderOf(t).number();
  const unknown: Spoils = {
    'an unknown number without customer scopes': (right) => ({ ...right, as: 'unrelated', number: number() }),
    'an unknown number with customer_read': (right) =>
      right.as === 'read' ? undefined : { ...right, as: 'read', number: number() },
  };
  await expectRefusedStill(t, operations, unknown, byItsCaller, 403);
});
