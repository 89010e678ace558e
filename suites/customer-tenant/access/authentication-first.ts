import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { everyOperation, expectRefusedStill, only, type Spoils } from '../stage/grid.ts';
import { byItsCaller } from '../stage/tokens.ts';

const CALLERS: Readonly<Record<string, PrincipalName>> = {
  'without a token': 'anonymous',
  'with an unknown token': 'garbage',
};

requirement('AUTH-07', async (t) => {
  const calls = only(everyOperation(t), 'CREATE', 'GET', 'UPSERT', 'PATCH', 'DELETE', 'ASSIGN');
  const wrongs: Spoils = {
    'an unknown number': (right) =>
      right.number === undefined ? undefined : { ...right, number: builderOf(t).number() },
    'malformed JSON': (right) => bodied(right, { body: '{"contactEmail":' }),
    'objects for strings': (right) => bodied(right, { json: { contactEmail: {}, email: {}, firstName: {} } }),
  };
  await expectRefusedStill(t, calls, byCallers(wrongs), byItsCaller, 401);
});

/** Every wrong as each caller. */
function byCallers(wrongs: Spoils): Spoils {
  const cases = Object.entries(wrongs).flatMap(([what, spoil]) =>
    Object.entries(CALLERS).map(([who, as]) => {
      const spoilAs = (right: Call) => {
        const spoiled = spoil(right);
        return spoiled && { ...spoiled, as, invalid: true };
      };
      return [`${what} ${who}`, spoilAs] as const;
    }),
  );
  return Object.fromEntries(cases);
}

/** The call with something else for its body; a call without one is left out. */
function bodied(right: Call, changes: Partial<Call>): Call | undefined {
  return right.json === undefined ? undefined : { ...right, ...changes };
}
