import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { assigning, creating, deleting, listing, patching, reading, upserting } from './calls.ts';
import { createColleague } from './company.ts';
import { createCustomer } from './customer.ts';
import { knownCustomer } from './known-customer.ts';

/** Makes a right call of one operation, as the principal whose plain scope allows it. */
export type MakeCall = () => Promise<Call>;

/** The calls of a table by what they are called in findings, as a rule by their operation. */
export type Grid = Readonly<Record<string, MakeCall>>;

/** Ways to make a right call wrong, by what they are called in findings. */
export type Spoils = Readonly<Record<string, (right: Call) => Call>>;

/** A right call of every operation that the run may send, each writing one with a customer of its own. */
export function everyOperation(t: Examination): Grid {
  return { ...readOperations(t), ...(t.claims('writes') && writeOperations(t)) };
}

/** A right call of each reading operation. */
export function readOperations(t: Examination): Grid {
  return {
    LIST: async () => listing(),
    GET: async () => reading(await knownCustomer(t)),
  };
}

/** A right call of each writing operation, on customers of no company unless `colleagues` are asked for. */
export function writeOperations(t: Examination, whose: 'anybody' | 'colleagues' = 'anybody'): Grid {
  const builder = builderOf(t);
  const create = whose === 'colleagues' ? createColleague : createCustomer;
  const number = async () => (await create(t)).number;
  return {
    CREATE: async () => creating(builder.profile()),
    UPSERT: async () => upserting(await number(), { contactEmail: builder.email() }),
    PATCH: async () => patching(await number(), { company: builder.marker() }),
    DELETE: async () => deleting(await number()),
    ...(t.claims('accounts-internal') && { ASSIGN: async () => assigning(await number(), builder.email()) }),
  };
}

/** The calls of some operations only. */
export function only(grid: Grid, ...operations: readonly string[]): Grid {
  return Object.fromEntries(Object.entries(grid).filter(([operation]) => operations.includes(operation)));
}

/** Expects every spoiled call to be refused with one of `statuses`, and the right one to be accepted afterwards. */
export async function expectRefused(
  t: Examination,
  grid: Grid,
  spoils: Spoils,
  ...statuses: readonly number[]
): Promise<void> {
  await judgeSpoiled(t, grid, spoils, (refused) => t.expectStatus(refused, ...statuses));
}

/**
 * Like `expectRefused`, for a second wrong beside a first one that `simplify` leaves alone: where that alone is not
 * refused with one of `statuses` either, this is judged elsewhere. Throws Untestable then.
 */
export async function expectRefusedStill(
  t: Examination,
  grid: Grid,
  spoils: Spoils,
  simplify: (spoiled: Call, right: Call) => Call,
  ...statuses: readonly number[]
): Promise<void> {
  await judgeSpoiled(t, grid, spoils, async (refused, spoiled, right) => {
    if (statuses.includes(refused.response.status)) return;
    const simple = await t.send(simplify(spoiled, right));
    const { status } = simple.response;
    t.control(statuses.includes(status), `the first wrong alone is refused, but was answered ${status}`);
    t.expectStatus(refused, ...statuses);
  });
}

/** Judges the answer to every spoiled call; the same call as it was has to be accepted afterwards. */
export async function judgeSpoiled(
  t: Examination,
  grid: Grid,
  spoils: Spoils,
  judge: (refused: Exchange, spoiled: Call, right: Call) => Promise<void> | void,
): Promise<void> {
  await t.each(grid, async (make) => {
    const right = await make();
    await t.each(spoils, async (spoil) => {
      const spoiled = spoil(right);
      await judge(await t.send(spoiled), spoiled, right);
    });
    t.controlAccepted(await t.send(right));
  });
}
