import type { Call } from '../../../src/conformance/call.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { everyOperation, expectRefusedStill, only, type Spoils } from '../stage/grid.ts';
import { as, byItsCaller } from '../stage/tokens.ts';

const CALLERS = { 'without a token': as('anonymous'), 'with an unknown token': as('garbage') };

requirement('AUTH-07', async (t) => {
  const builder = builderOf(t);
  const operations = everyOperation(t);
  const unknown = { 'an unknown number': (right: Call) => ({ ...right, number: builder.number() }) };
  const bodies = {
    'malformed JSON': (right: Call) => ({ ...right, body: '{"contactEmail":' }),
    'objects for strings': (right: Call) => ({ ...right, json: { contactEmail: {}, email: {}, firstName: {} } }),
  };
  const items = only(operations, 'GET', 'UPSERT', 'PATCH', 'DELETE', 'ASSIGN');
  const withBodies = only(operations, 'UPSERT', 'PATCH', 'ASSIGN');
  await Promise.all([
    expectRefusedStill(t, items, byCallers(unknown), byItsCaller, 401),
    expectRefusedStill(t, withBodies, byCallers(bodies), byItsCaller, 401),
  ]);
});

function byCallers(spoils: Spoils): Spoils {
  const cases = Object.entries(spoils).flatMap(([what, spoil]) =>
    Object.entries(CALLERS).map(
      ([who, change]) => [`${what} ${who}`, (right: Call) => ({ ...change(spoil(right)), invalid: true })] as const,
    ),
  );
  return Object.fromEntries(cases);
}
