import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { apart } from '../stage/apart.ts';
import { builderOf } from '../stage/builder.ts';
import { creating } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { byPost, delicateMembers, expectDelicateKept } from '../stage/delicate.ts';
import type { Json } from '../stage/json.ts';
import { LONG_NAMES, LONG_TEXT, LONG_URL } from '../stage/long-names.ts';
import { expectStored } from '../stage/stored.ts';

const ALWAYS = ['contactEmail', 'firstName', 'lastName'] as const;
const OPTIONAL = [
  'title',
  'contactPhone',
  'company',
  'preferredLanguage',
  'preferredCurrency',
  'preferredSite',
] as const;

requirement('CRE-03', async (t) => {
  const builder = builderOf(t);
  const photoUrl = `https://example.com/${builder.marker()}.png?size=2&v=a%20b`;
  const contactEmail = `Mixed.Case+Tag-${builder.email()}`;
  const profile = { ...builder.profile(), ...LONG_NAMES, contactEmail, middleName: builder.marker(), photoUrl };
  const number = createdNumber(t, await t.send(creating(profile)));
  await expectStored(t, number, profile);
  const names = ['firstName', 'middleName', 'lastName', 'company'].map((name) => [name, LONG_TEXT]);
  await expectWhole(t, { ...builder.profile(), ...(Object.fromEntries(names) as Json) });
  await expectWhole(t, { ...builder.profile(), photoUrl: LONG_URL });
  await expectDelicateKept(t, delicateMembers('CONTACT'), byPost(t));
  await expectTagKept(t);
  if (t.claims('mail')) await expectKeptUnsilenced(t);
  if (t.claims('company')) {
    // Whoever made it may create, and it is read.
    await sharedColleague(t);
    const own = { ...builder.profile(), middleName: builder.marker(), photoUrl };
    await expectStored(t, createdNumber(t, await t.send(creating(own, 'manageOwn'))), own);
  }
  const parts = Object.fromEntries(apart(OPTIONAL).map((members) => [`only ${members.join(', ')}`, members]));
  await t.each(parts, async (members) => {
    const whole = builder.profile();
    const part = Object.fromEntries([...ALWAYS, ...members].map((name) => [name, whole[name]]));
    await expectStored(t, createdNumber(t, await t.send(creating(part))), part);
  });
});

/** Where a letter may be sent, a creation that says nothing of letters stores as much. */
async function expectKeptUnsilenced(t: Examination): Promise<void> {
  const builder = builderOf(t);
  const profile = { ...builder.profile(), middleName: builder.marker(), id: builder.number() };
  const { id: _, ...members } = profile;
  const number = createdNumber(t, await t.send(creating(profile, 'manage', {})));
  await expectStored(t, number, members);
}

/** Who has a tag in the address has another one than who has none. */
async function expectTagKept(t: Examination): Promise<void> {
  const { email } = await createCustomer(t);
  const tagged = { ...builderOf(t).profile(), contactEmail: email.replace('@', '+tag@') };
  const created = await t.send(creating(tagged));
  t.expectAccepted(created);
  await expectStored(t, createdNumber(t, created), tagged);
}

/** No length is promised, so a text may be refused for its own; one that is accepted is not cut. */
async function expectWhole(t: Examination, profile: Json): Promise<void> {
  const created = await t.send({ ...creating(profile), invalid: true });
  if (!isAccepted(created))
    return t.note(`a text of ${LONG_TEXT.length} characters: status ${created.response.status}`);
  await expectStored(t, createdNumber(t, created), { ...profile });
}
