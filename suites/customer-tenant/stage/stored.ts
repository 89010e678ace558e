import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { reading } from './calls.ts';
import { asObject, bodyOf, isObject, show, type Json } from './json.ts';
import { knownCustomer } from './known-customer.ts';

/** Expects a customer to be read with every one of these members, as soon as reads may be expected to show them. */
export async function expectStored(
  t: Examination,
  number: string,
  members: Json,
  query: Readonly<Record<string, string>> = {},
): Promise<Exchange> {
  const look = () => t.send(reading(number, query));
  const { seen, held, ms } = await t.waitUntil(look, (read) => isStored(read, members));
  if (held) t.convergences.push({ what: 'the members that were sent are read', ms });
  const body = bodyOf(seen);
  // Where no customer can be read at all, that is judged elsewhere.
  if (!isAccepted(seen) || differing(body, members).length === Object.keys(members).length) await knownCustomer(t);
  const wrong = differing(body, members);
  await controlFlags(
    t,
    wrong.filter((name) => typeof members[name] === 'boolean' && typeof body[name] !== 'boolean'),
  );
  const { expected, received } = contrast(body, members);
  t.expect(
    held,
    expected || 'the customer to be read',
    isAccepted(seen) ? received : `status ${seen.response.status}`,
    seen,
  );
  return seen;
}

/** Where a body does not hold members as they are here, what is expected there and what is received. */
export function contrast(body: Json, members: Json): { readonly expected: string; readonly received: string } {
  const places = placesOf(body, members);
  return {
    expected: places.map(({ path, wanted }) => `${path} ${show(wanted)}`).join(', '),
    received: places.map(({ path, value }) => `${path} ${show(value)}`).join(', '),
  };
}

interface Place {
  readonly path: string;
  readonly wanted: unknown;
  readonly value: unknown;
}

/** The innermost members that differ: a long object may hide the one that matters. */
function placesOf(body: Json, members: Json, above = ''): Place[] {
  return differing(body, members).flatMap((name) => {
    const [path, value, wanted] = [`${above}${name}`, body[name], members[name]];
    const isBelow = isObject(value) && isObject(wanted);
    return isBelow ? placesOf(value, wanted, `${path}.`) : [{ path, wanted, value }];
  });
}

/** A flag that no customer shows as one is GET-06's. Throws Untestable. */
async function controlFlags(t: Examination, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const known = bodyOf(await t.send(reading(await knownCustomer(t))));
  const hidden = names.filter((name) => typeof known[name] !== 'boolean');
  t.control(hidden.length === 0, `a customer shows ${hidden.join(', ')} as booleans`);
}

/** Whether a read was accepted and shows every one of these members. */
export function isStored(read: Exchange, members: Json): boolean {
  return isAccepted(read) && differing(bodyOf(read), members).length === 0;
}

/** Whether a read was accepted and shows a text no more: as null, empty, or not at all. */
export function isEmptied(name: string): (read: Exchange) => boolean {
  return (read) => isAccepted(read) && (bodyOf(read)[name] ?? '') === '';
}

/** Names of the members that a body does not hold as they are here; in objects it may hold more. */
export function differing(body: Json, members: Json): string[] {
  return Object.keys(members).filter((name) => !holds(body[name], members[name]));
}

function holds(value: unknown, wanted: unknown): boolean {
  if (!isObject(wanted)) return isDeepStrictEqual(value, wanted);
  return typeof value === 'object' && value !== null && differing(asObject(value), wanted).length === 0;
}
