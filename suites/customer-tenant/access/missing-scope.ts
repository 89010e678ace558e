import type { Call } from '../../../src/conformance/call.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { everyOperation, expectRefused, expectRefusedStill, only } from '../stage/grid.ts';
import { as, byItsCaller } from '../stage/tokens.ts';

requirement('AUTH-09', async (t) => {
  await expectRefused(t, everyOperation(t), { 'with a token without customer scopes': as('unrelated') }, 403);
});

requirement('AUTH-11', async (t) => {
  const operations = only(everyOperation(t), 'GET', 'PATCH', 'DELETE', 'ASSIGN');
  const { GET: _, ...writes } = operations;
  const number = () => builderOf(t).number();
  const unrelated = {
    'an unknown number without customer scopes': (right: Call) => ({
      ...right,
      as: 'unrelated' as const,
      number: number(),
    }),
  };
  const reader = {
    'an unknown number with customer_read': (right: Call) => ({ ...right, as: 'read' as const, number: number() }),
  };
  await Promise.all([
    expectRefusedStill(t, operations, unrelated, byItsCaller, 403),
    expectRefusedStill(t, writes, reader, byItsCaller, 403),
  ]);
});
