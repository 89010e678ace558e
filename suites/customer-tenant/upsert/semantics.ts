import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { FOREIGN_NAMES } from '../stage/foreign-names.ts';
import { bodyOf } from '../stage/json.ts';
import { expectOwnedKept } from '../stage/owned.ts';
import { expectStored } from '../stage/stored.ts';

const OMITTED = ['title', 'contactPhone', 'company'] as const;

requirement('UPS-14', async (t) => {
  const fates = [...(await fatesOfOmitted(t)), ...(await fatesOfOmitted(t))];
  const seen = [...new Set(fates)];
  t.note(`a PUT has members that it omits ${seen.join(' and ')}`);
  t.expect(seen.length === 1 && seen[0] !== 'changed', 'all omitted members kept, or all removed', fates.join(', '));
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
});

requirement('UPS-19', (t) =>
  expectOwnedKept(t, ({ number, profile }, members) => upserting(number, { ...profile, ...members })),
);

/** What a PUT does to members that it does not send: they are kept, removed or changed. */
async function fatesOfOmitted(t: Examination): Promise<string[]> {
  const { number, email, profile, stored } = await createCustomer(t);
  for (const name of OMITTED) t.control(stored[name] === profile[name], `the ${name} of a creation is read`);
  const lastName = builderOf(t).marker();
  t.controlAccepted(await t.send(upserting(number, { contactEmail: email, lastName })), 'a PUT of two members');
  const look = () => t.send(reading(number));
  const body = bodyOf(await t.settled('the PUT is read', look, (seen) => bodyOf(seen)['lastName'] === lastName));
  return OMITTED.map((name) => {
    if ((body[name] ?? '') === '') return 'removed';
    return body[name] === profile[name] ? 'kept' : 'changed';
  });
}
