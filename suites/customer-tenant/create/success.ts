import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { apart } from '../stage/apart.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { byPost, delicateMembers, expectDelicateKept } from '../stage/delicate.ts';
import { bodyOf, type Json } from '../stage/json.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { LONG_NAMES, LONG_TEXT, LONG_URL } from '../stage/long-names.ts';
import { expectRead } from '../stage/readable.ts';
import { expectStored } from '../stage/stored.ts';
import { controlUnknown } from '../stage/unknown.ts';

const ALWAYS = ['contactEmail', 'firstName', 'lastName'] as const;
const OPTIONAL = [
  'title',
  'contactPhone',
  'company',
  'preferredLanguage',
  'preferredCurrency',
  'preferredSite',
] as const;

/** Whom a colleague has created can be read as well, by whoever reads everything. */
async function expectReadOfColleague(t: Examination): Promise<void> {
  const created = await t.send(creating(builderOf(t).profile(), 'manageOwn'));
  controlEntitled(t, created);
  const number = createdNumber(t, created);
  await t.eventually(`the customer to be read under the id ${number}`, () => t.send(reading(number)), isAccepted);
}

requirement('CRE-02', async (t) => {
  const profile = builderOf(t).profile();
  const number = createdNumber(t, await t.send(creating(profile)));
  await controlUnknown(t);
  await expectRead(
    t,
    `the customer with the contactEmail ${profile.contactEmail} to be read under the id ${number}`,
    () => t.send(reading(number)),
    (seen) => isAccepted(seen) && bodyOf(seen)['contactEmail'] === profile.contactEmail,
  );
  if (t.claims('company')) await expectReadOfColleague(t);
  const contact = await t.send(creating({ ...builderOf(t).profile(), type: 'CONTACT' }));
  // Whether there are contacts is judged elsewhere.
  if (!isAccepted(contact)) return t.note('a customer of the type CONTACT is not created');
  const id = createdNumber(t, contact);
  await t.eventually(`the contact to be read under the id ${id}`, () => t.send(reading(id)), isAccepted);
});

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

requirement('CRE-04', async (t) => {
  const builder = builderOf(t);
  t.controlAccepted(await t.send(creating(builder.profile())), 'a whole profile');
  const { firstName, lastName } = builder.profile();
  const profiles = {
    'contactEmail alone': { contactEmail: builder.email() },
    'contactEmail and names': { contactEmail: builder.email(), firstName, lastName },
  };
  await t.each(profiles, async (profile) => {
    const created = await t.send(creating(profile));
    t.expectAccepted(created);
    await expectStored(t, createdNumber(t, created), profile);
  });
});

requirement('CRE-05', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())));
  const bodies = { 'no body': undefined, 'an empty object': {} };
  await t.each(bodies, async (body, label) => {
    const answer = await t.send(creating(body));
    const { status } = answer.response;
    t.note(`${label} is answered ${status}`);
    t.expect(isAccepted(answer) || status === 400, 'a creation or status 400', `status ${status}`, answer);
  });
});
