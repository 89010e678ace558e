import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { assigning, creating, deleting, listing, patching, reading, upserting } from './calls.ts';
import { builderOf } from './builder.ts';
import { createCustomer } from './customer.ts';
import { knownCustomer } from './known-customer.ts';

/** Makes a right call of one operation, as the principal whose plain scope allows it. */
export type MakeCall = () => Promise<Call>;

/** A right call of every operation that the run may send, each with a customer of its own. */
export function everyOperation(t: Examination): Readonly<Record<string, MakeCall>> {
  return { ...readOperations(t), ...(t.claims('writes') && writeOperations(t)) };
}

/** A right call of each reading operation. */
export function readOperations(t: Examination): Readonly<Record<string, MakeCall>> {
  return {
    LIST: async () => listing(),
    GET: async () => reading(await knownCustomer(t)),
  };
}

/** A right call of each writing operation. */
export function writeOperations(t: Examination): Readonly<Record<string, MakeCall>> {
  const builder = builderOf(t);
  const number = async () => (await createCustomer(t)).number;
  return {
    CREATE: async () => creating(builder.profile()),
    UPSERT: async () => upserting(await number(), { contactEmail: builder.email() }),
    PATCH: async () => patching(await number(), { company: builder.marker() }),
    DELETE: async () => deleting(await number()),
    ...(t.claims('accounts-internal') && { ASSIGN: async () => assigning(await number(), builder.email()) }),
  };
}

/**
 * Expects each call to be refused with one of `statuses` once `spoil` has changed it, and the same call to be accepted
 * as it was. `made` gives the calls, one case each.
 */
export async function expectRefused(
  t: Examination,
  made: Readonly<Record<string, MakeCall>>,
  spoil: (call: Call) => Call,
  ...statuses: readonly number[]
): Promise<void> {
  await t.each(made, async (make) => {
    const right = await make();
    const refused = await t.send(spoil(right));
    t.expectStatus(refused, ...statuses);
    t.controlAccepted(await t.send(right));
  });
}
