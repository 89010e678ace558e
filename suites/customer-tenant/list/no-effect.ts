import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from '../stage/calls.ts';
import { createCustomer, stateOf } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { createFound } from '../stage/found.ts';
import { asObject, idsOf, show, type Json } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';
import { controlSteady } from '../stage/steady.ts';
import { undisturbed } from '../stage/undisturbed.ts';

requirement('LST-40', async (t) => {
  const own = t.claims('writes') ? await createFound(t) : undefined;
  const q = `contactEmail:${own?.email ?? (await knownEmail(t))}`;
  const number = own?.number ?? idsOf(await t.send(listing({ q })))[0] ?? '';
  const look = async () => {
    const before = await stateOf(t, number);
    const lists = await listInEveryWay(t, q);
    return { before, lists, after: await laterState(t, number) };
  };
  const { seen, held } = await undisturbed(t, look, ({ before, after }) =>
    isDeepStrictEqual(kept(before), kept(after)),
  );
  const [before, after] = [kept(seen.before), kept(seen.after)];
  t.control(before['version'] !== undefined, 'the customer has a metadata.version');
  const changed = Object.keys(before).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  if (!held) await controlSteady(t, number);
  const received = changed.map((name) => `${name} is ${show(after[name])}, was ${show(before[name])}`).join('; ');
  t.expect(held, 'lists to leave the metadata.version and the profile as they were', received, ...seen.lists);
});

async function listInEveryWay(t: Examination, q: string): Promise<Exchange[]> {
  return [
    await t.send(listing({ q })),
    await t.send(listing({ q, expand: 'addresses,accounts,mixin:*' })),
    await t.send(listing({ q, sort: 'contactEmail:desc', pageNumber: '1', pageSize: '2' })),
  ];
}

/** A customer's state once what was sent before shows: a customer created afterwards can be read. */
async function laterState(t: Examination, number: string): Promise<Json> {
  if (t.claims('writes')) await createCustomer(t);
  return stateOf(t, number);
}

function kept(customer: Json): Json {
  return { version: asObject(customer['metadata'])['version'], ...profileOf(customer) };
}
