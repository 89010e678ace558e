import type { Call } from '../../../src/conformance/call.ts';
import { isRefused } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import {
  everyOperation,
  expectQueriesRefused,
  expectRefused,
  readOperations,
  writeOperations,
  type Grid,
} from '../stage/grid.ts';
import { createInOtherTenant, inOtherTenant } from '../stage/tenant.ts';
import { as } from '../stage/tokens.ts';

// Well-formed, and no name that anybody would give.
const NOBODYS = 'nobodystenant';

requirement('TEN-02', async (t) => {
  t.controlAccepted(await t.send(inOtherTenant(t, listing())), 'a list of the second tenant with its own token');
  await Promise.all([
    expectRefused(t, everyOperation(t), { 'with a token of the second tenant': as('otherTenant') }, 401, 403),
    expectQueriesRefused(t, 'otherTenant', 401, 403),
    expectRefused(t, operationsThere(t), { 'with a token of the first tenant': asAtHome }, 401, 403),
  ]);
  const unknown = await t.send({ ...listing(), tenant: NOBODYS });
  t.expect(
    isRefused(unknown),
    "no list of a tenant that is not the token's",
    `status ${unknown.response.status}`,
    unknown,
  );
});

/** A right call of every operation in the second tenant. */
function operationsThere(t: Examination): Grid {
  const number = async () => (await createInOtherTenant(t)).number;
  const grid = t.claims('writes')
    ? { ...readOperations(t, number), ...writeOperations(t, createInOtherTenant) }
    : { LIST: async () => listing() };
  return Object.fromEntries(
    Object.entries(grid).map(([label, make]) => [
      `${label} in the second tenant`,
      async () => inOtherTenant(t, await make()),
    ]),
  );
}

/** The same call by whom the operation is open to in the first tenant. */
function asAtHome(right: Call): Call {
  return { ...right, as: ['LIST', 'GET'].includes(right.operation) ? 'read' : 'manage' };
}
