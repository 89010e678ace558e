import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { patching, reading } from './calls.ts';
import { createCustomer, type Customer } from './customer.ts';
import { profileOf } from './effect.ts';
import { bodyOf, differingNames, show, type Json } from './json.ts';
import { controlSteady } from './steady.ts';
import { isStored } from './stored.ts';

const SHOWN: Readonly<Record<string, string>> = { company: 'string', active: 'boolean', onHold: 'boolean' };
const INACTIVE: Json = { active: false };

/** Makes changes of a customer one after the other, and expects each to have its effect alone. */
export async function patchEach(
  t: Examination,
  number: string,
  profile: Json,
  changes: readonly Json[],
): Promise<void> {
  let before = profile;
  for (const change of changes) {
    t.controlAccepted(await t.send(patching(number, change)), `a PATCH of ${show(change)}`);
    before = await expectOnly(t, number, before, change);
  }
}

/** Expects customers to be as they were created. */
export async function expectUntouched(t: Examination, customers: readonly Customer[]): Promise<void> {
  for (const { number, stored } of customers) await expectOnly(t, number, viewOf(stored), {});
}

/** Expects a change to be read, and every other member as before; returns the profile as it is now. */
export async function expectOnly(t: Examination, number: string, before: Json, change: Json): Promise<Json> {
  const wanted: Json = { ...before, ...change };
  const look = () => t.send(reading(number));
  const { seen, held, ms } = await t.waitUntil(look, (read) => isDeepStrictEqual(viewOf(bodyOf(read)), wanted));
  if (held) t.convergences.push({ what: 'a change is read', ms });
  else await controlShown(t, change);
  const now = viewOf(bodyOf(seen));
  const wrong = differingNames(wanted, now);
  const [expected, received] = [wanted, now].map((profile) =>
    wrong.map((name) => `${name} ${show(profile[name])}`).join(', '),
  );
  t.expect(held, `after a PATCH of ${show(change)}: ${expected}`, received ?? '', seen);
  return now;
}

/** What an untouched customer does not show in its type either is judged elsewhere, and that it stays as it was. */
async function controlShown(t: Examination, change: Json): Promise<void> {
  const { number, stored } = await createCustomer(t);
  const hidden = Object.keys(change).filter((name) => name in SHOWN && typeof stored[name] !== SHOWN[name]);
  t.control(hidden.length === 0, `a customer shows ${hidden.join(', ')}`);
  t.controlAccepted(await t.send(patching(number, INACTIVE)), 'a change of active');
  const look = () => t.send(reading(number));
  const { seen, held } = await t.waitUntil(look, (read) => isStored(read, INACTIVE));
  if (held) await controlSteady(t, number, bodyOf(seen));
}

/** What a customer shows of itself, a telephone number that is left out as null. */
export function viewOf(customer: Json): Json {
  return { ...profileOf(customer), contactPhone: customer['contactPhone'] ?? null };
}
