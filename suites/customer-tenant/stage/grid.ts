import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { assigning, creating, deleting, listing, patching, reading, upserting } from './calls.ts';
import { createColleague } from './company.ts';
import { createCustomer, type Customer } from './customer.ts';
import { eachInTurn } from './each-in-turn.ts';
import { knownCustomer } from './known-customer.ts';

/** Makes a right call of one operation, as the principal whose plain scope allows it. */
type MakeCall = () => Promise<Call>;

/** Right calls by what they are called in findings, as a rule by their operation, in an order in which all succeed. */
export type Grid = Readonly<Record<string, MakeCall>>;

/** Ways to make a right call wrong, by what they are called in findings; undefined where one does not apply. */
export type Spoils = Readonly<Record<string, (right: Call) => Call | undefined>>;

/** What the call that creates by PUT is called. */
export const NEWCOMER = 'UPSERT of an unknown number';

/** A right call of every operation that the run may send. */
export function everyOperation(t: Examination): Grid {
  return { ...readOperations(t), ...(t.claims('writes') && writeOperations(t)) };
}

/** A right call of each reading operation; `number` tells whom to read. */
export function readOperations(t: Examination, number = async () => knownCustomer(t)): Grid {
  return {
    LIST: async () => listing(),
    GET: async () => reading(await number()),
  };
}

const QUERIES: readonly Readonly<Record<string, string>>[] = [
  { q: 'contactEmail:nobody@example.com' },
  { sort: 'lastName:desc' },
  { pageNumber: '1', pageSize: '2' },
  { expand: 'addresses,accounts,mixin:*' },
];

/** Expects reads with a query to be refused to somebody with one of `statuses`, too: they may take another way there. */
export async function expectQueriesRefused(
  t: Examination,
  as: PrincipalName,
  ...statuses: readonly number[]
): Promise<void> {
  await t.each(await queriedReads(t), async (read) => t.expectStatus(await t.send({ ...read, as }), ...statuses));
}

/** Right calls of the reading operations with a query. */
export async function queriedGrid(t: Examination): Promise<Grid> {
  const reads = Object.entries(await queriedReads(t));
  return Object.fromEntries(reads.map(([label, read]) => [label, async () => read] as const));
}

/** Right calls of the reading operations with a query, by what they are called in findings. */
async function queriedReads(t: Examination): Promise<Readonly<Record<string, Call>>> {
  const number = await knownCustomer(t);
  const lists = QUERIES.map((query) => [`LIST with ${Object.keys(query).join(' and ')}`, listing(query)] as const);
  return { ...Object.fromEntries(lists), 'GET with expand': reading(number, QUERIES.at(-1)) };
}

/** A right call of each writing operation, all but the creating ones on one customer, whom DELETE takes away at the end. */
export function writeOperations(t: Examination, create: typeof createColleague = createCustomer): Grid {
  const builder = builderOf(t);
  let created: Promise<Customer> | undefined;
  const number = async () => (await (created ??= create(t))).number;
  return {
    CREATE: async () => creating(builder.profile()),
    [NEWCOMER]: async () => upserting(builder.number(), { contactEmail: builder.email() }),
    UPSERT: async () => upserting(await number(), { contactEmail: builder.email() }),
    PATCH: async () => patching(await number(), { company: builder.marker() }),
    ...(t.claims('accounts-internal') && { ASSIGN: async () => assigning(await number(), builder.email()) }),
    DELETE: async () => deleting(await number()),
  };
}

/** The calls of some operations only. */
export function only(grid: Grid, ...operations: readonly string[]): Grid {
  return Object.fromEntries(Object.entries(grid).filter(([operation]) => operations.includes(operation)));
}

/** Expects every spoiled call to be refused with one of `statuses`, and the right ones to be accepted afterwards. */
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
    const { status } = (await t.send(simplify(spoiled, right))).response;
    t.control(statuses.includes(status), `the first wrong alone is refused, but was answered ${status}`);
    t.expectStatus(refused, ...statuses);
  });
}

/** Judges the answer to every spoiled call; afterwards the calls have to be accepted as they were. */
export async function judgeSpoiled(
  t: Examination,
  grid: Grid,
  spoils: Spoils,
  judge: (refused: Exchange, spoiled: Call, right: Call) => Promise<void> | void,
): Promise<void> {
  const rights: Record<string, Call> = {};
  await t.each(grid, async (make, label) => {
    const right = await make();
    rights[label] = right;
    await t.each(spoils, async (spoil) => {
      const spoiled = spoil(right);
      if (spoiled !== undefined) await judge(await t.send(spoiled), spoiled, right);
    });
  });
  const ordered = Object.fromEntries(Object.keys(grid).map((label) => [label, rights[label]]));
  await eachInTurn(t, ordered, async (right) => right && t.controlAccepted(await t.send(right)));
}
