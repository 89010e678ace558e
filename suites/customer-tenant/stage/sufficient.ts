import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { creating, listing, reading } from './calls.ts';
import { createColleague, sharedColleague } from './company.ts';
import { createdNumber } from './customer.ts';
import { eachInTurn } from './each-in-turn.ts';
import { NEWCOMER, writeOperations, type Grid } from './grid.ts';
import { sendChange } from './version.ts';

/** A call of each operation that names two scopes, with the plain one alone. */
export function plainScopes(t: Examination): Grid {
  const { ASSIGN: _, ...writes } = writeOperations(t);
  return {
    LIST: async () => listing(),
    // Not read before, so that a refusal is met here and not while the stage is set.
    GET: async () => reading(createdNumber(t, await t.send(creating(builderOf(t).profile())))),
    ...writes,
  };
}

/** A call of each operation that names two scopes, with the `_own` one alone and on the own company. */
export function ownScopes(t: Examination): Grid {
  // Whether a PUT may create under `_own` is left to the target.
  const { ASSIGN: _, [NEWCOMER]: __, ...writes } = writeOperations(t, createColleague);
  const own = Object.entries(writes).map(
    ([operation, make]) => [operation, async (): Promise<Call> => ({ ...(await make()), as: 'manageOwn' })] as const,
  );
  return {
    LIST: async () => listing({}, 'readOwn'),
    GET: async () => reading((await sharedColleague(t)).number, {}, 'readOwn'),
    ...Object.fromEntries(own),
  };
}

/** Expects every call to be accepted. */
export async function expectSufficient(t: Examination, grid: Grid): Promise<void> {
  await eachInTurn(t, grid, async (make) => {
    const call = await make();
    const answer = call.operation === 'GET' ? await whenFound(t, call) : await sendChange(t, call);
    // Who is out of sight is no matter of scopes.
    t.control(answer.response.status !== 404, 'the customer is found');
    const { status } = answer.response;
    t.control(status < 300 || status >= 400, 'the answer is no redirect');
    t.control(status !== 400, 'the call is right but for its scope');
    t.expectAccepted(answer);
  });
}

async function whenFound(t: Examination, call: Call) {
  return t.settled(
    'the customer is found',
    () => t.send(call),
    ({ response }) => response.status !== 404,
  );
}
