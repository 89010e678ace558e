import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { FOREIGN_NAMES } from '../stage/foreign-names.ts';
import { bodyOf } from '../stage/json.ts';
import { expectOwnedKept } from '../stage/owned.ts';
import { createByPut } from '../stage/put.ts';
import { expectStored } from '../stage/stored.ts';

const OMITTED = ['title', 'contactPhone', 'company'] as const;

requirement('UPS-14', async (t) => {
  const puts = [await putWithoutMembers(t), await putWithoutMembers(t)];
  const fates = puts.flatMap(({ fate }) => fate);
  const kinds = [...new Set(fates)];
  t.note(`a PUT has members that it omits ${kinds.join(' and ')}`);
  const isOne = kinds.length === 1 && kinds[0] !== 'changed';
  const received = OMITTED.flatMap((name) => puts.map(({ fate }) => `${name} ${fate[OMITTED.indexOf(name)]}`));
  t.expect(isOne, 'all omitted members kept, or all removed', received.join(', '), ...puts.map(({ seen }) => seen));
});

requirement('UPS-16', async (t) => {
  const { number, profile } = await createCustomer(t);
  const mediaType = 'application/merge-patch+json';
  const { contactEmail } = profile;
  t.controlAccepted(await t.send(upserting(number, profile)), 'the same PUT as application/json');
  const put = await t.send({ ...upserting(number, { contactEmail }), mediaType });
  if (put.response.status !== 415) t.expectAccepted(put);
});

requirement('UPS-20', async (t) => {
  const { number, profile } = await createCustomer(t);
  t.controlAccepted(await t.send(upserting(number, profile)), 'a PUT in plain letters');
  t.expectAccepted(await t.send(upserting(number, { ...profile, ...FOREIGN_NAMES })));
  await expectStored(t, number, FOREIGN_NAMES);
  const made = await createByPut(t, FOREIGN_NAMES);
  if (made !== undefined) await expectStored(t, made, FOREIGN_NAMES);
});

requirement('UPS-19', (t) =>
  expectOwnedKept(t, ({ number, profile }, members) => upserting(number, { ...profile, ...members })),
);

/** What a PUT did to the members that it did not send, each kept, removed or changed, and the read that shows it. */
interface Omission {
  readonly fate: readonly ('kept' | 'removed' | 'changed')[];
  readonly seen: Exchange;
}

/** Sends a PUT that omits members. Throws Untestable where it is not taken. */
async function putWithoutMembers(t: Examination): Promise<Omission> {
  const { number, email, profile, stored } = await createCustomer(t);
  for (const name of OMITTED) t.control(stored[name] === profile[name], `the ${name} of a creation is read`);
  const lastName = builderOf(t).marker();
  t.controlAccepted(await t.send(upserting(number, { contactEmail: email, lastName })), 'a PUT of two members');
  const look = () => t.send(reading(number));
  const seen = await t.settled('the PUT is read', look, (read) => bodyOf(read)['lastName'] === lastName);
  const body = bodyOf(seen);
  const fate = OMITTED.map((name) => {
    if ((body[name] ?? '') === '') return 'removed';
    return body[name] === profile[name] ? 'kept' : 'changed';
  });
  return { fate, seen };
}
