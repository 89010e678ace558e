import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
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
  type Spoils,
} from '../stage/grid.ts';
import { createInOtherTenant, inOtherTenant } from '../stage/tenant.ts';
import { as } from '../stage/tokens.ts';

// Well-formed, and no name that anybody would give.
const NOBODYS = 'nobodystenant';

const READS = ['LIST', 'GET'];

requirement('TEN-02', async (t) => {
  t.controlAccepted(await t.send(inOtherTenant(t, listing())), 'a list of the second tenant with its own token');
  const atHome = await tokensOfHome(t);
  await Promise.all([
    expectRefused(t, everyOperation(t), { 'with a token of the second tenant': as('otherTenant') }, 401, 403),
    expectQueriesRefused(t, 'otherTenant', 401, 403),
    expectRefused(t, operationsThere(t), atHome, 401, 403),
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

/** The same calls with tokens that are good for them in the first tenant. */
async function tokensOfHome(t: Examination): Promise<Spoils> {
  const plain = { 'with a token of the first tenant': asAtHome };
  // Whether members of a company may list is judged elsewhere.
  if (!t.claims('company') || !isAccepted(await t.send(listing({}, 'readOwn')))) return plain;
  return { ...plain, 'with an _own token of the first tenant': asMemberAtHome };
}

function asMemberAtHome(right: Call): Call | undefined {
  if (right.operation === 'ASSIGN') return undefined;
  return { ...right, as: READS.includes(right.operation) ? 'readOwn' : 'manageOwn' };
}

/** The same call by whom the operation is open to in the first tenant. */
function asAtHome(right: Call): Call {
  return { ...right, as: READS.includes(right.operation) ? 'read' : 'manage' };
}
