import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { patching, reading } from './calls.ts';
import { changeCustomer } from './change.ts';
import { createForeigner } from './company.ts';
import { createCustomer, type Customer } from './customer.ts';
import { asObject, bodyOf, type Json } from './json.ts';
import { shared } from './shared.ts';

/** A customer that was changed once, so that it has an outdated version and a current one. */
export interface Versioned extends Customer {
  readonly outdated: number;
  readonly current: number;
}

/** The `metadata.version` that an answer shows; NaN where it shows none. */
export function versionIn(seen: Exchange): number {
  return versionOf(bodyOf(seen));
}

/** The `metadata.version` of a customer as it was read; NaN where it shows none. */
export function versionOf(customer: Json): number {
  const { version } = asObject(customer['metadata']);
  return typeof version === 'number' ? version : Number.NaN;
}

/** The `metadata.version` of a customer as it is read now. Throws Untestable where it shows none. */
export async function currentVersion(t: Examination, number: string): Promise<number> {
  const seen = await t.send(reading(number));
  t.controlAccepted(seen, 'reading a customer');
  t.control(Number.isInteger(versionIn(seen)), 'a customer shows its version');
  return versionIn(seen);
}

/** Expects refused changes to have left the version as it was. Throws Untestable where it rises of itself. */
export async function expectSameVersion(
  t: Examination,
  number: string,
  version: number,
  ...refused: readonly Exchange[]
): Promise<void> {
  const seen = await t.send(reading(number));
  const now = versionIn(seen);
  if (now > version) await controlVersionKept(t);
  t.expect(!(now > version), `metadata.version ${version} still`, String(now), ...refused.slice(0, 1), seen);
}

/** Customers that are only read keep their version for as long as changes may take, new or changed. Throws Untestable. */
async function controlVersionKept(t: Examination): Promise<void> {
  const rises = await shared(t, 'kept version', async (stage) => {
    const create = stage.claims('second-company') ? createForeigner : createCustomer;
    const [fresh, changed] = await Promise.all([createCustomer(stage), create(stage)]);
    const last = await changeCustomer(stage, changed.number, { company: builderOf(stage).marker() });
    const watched = [
      risesAbove(stage, fresh.number, versionOf(fresh.stored)),
      risesAbove(stage, changed.number, versionIn(last)),
    ];
    return (await Promise.all(watched)).includes(true);
  });
  t.control(!rises, 'a customer that nobody changes keeps its version');
}

async function risesAbove(t: Examination, number: string, version: number): Promise<boolean> {
  const look = () => t.send(reading(number));
  return (await t.waitUntil(look, (seen) => versionIn(seen) > version)).held;
}

const WANTS_VERSION = [400, 409, 412, 428];

/** Sends a change; where it is refused, once more with the current version, for whether that may be left out is judged elsewhere. */
export async function sendChange(t: Examination, call: Call): Promise<Exchange> {
  const answer = await t.send(call);
  if (call.number === undefined || !WANTS_VERSION.includes(answer.response.status)) return answer;
  const version = versionIn(await t.send(reading(call.number)));
  if (!Number.isInteger(version)) return answer;
  return t.send({ ...call, json: { ...asObject(call.json), metadata: { version } } });
}

/** Creates a customer and changes it. Throws Untestable where that does not raise its version. */
export async function createVersioned(
  t: Examination,
  create: (t: Examination) => Promise<Customer> = createCustomer,
): Promise<Versioned> {
  const customer = await create(t);
  const { number } = customer;
  const outdated = await currentVersion(t, number);
  t.controlAccepted(await t.send(patching(number, { company: builderOf(t).marker() })), 'a change');
  const look = () => t.send(reading(number));
  const seen = await t.settled('a change raises the version', look, (read) => versionIn(read) > outdated);
  const isSame = (again: Exchange) => versionIn(again) === versionIn(seen);
  await t.settled('reading leaves the version as it was', look, isSame);
  return { ...customer, stored: bodyOf(seen), outdated, current: versionIn(seen) };
}
