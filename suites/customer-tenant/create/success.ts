import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createdNumber } from '../stage/customer.ts';
import { bodyOf } from '../stage/json.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { expectRead } from '../stage/readable.ts';
import { expectStored } from '../stage/stored.ts';
import { controlUnknown } from '../stage/unknown.ts';

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

/** Whom a colleague has created can be read as well, by whoever reads everything. */
async function expectReadOfColleague(t: Examination): Promise<void> {
  const created = await t.send(creating(builderOf(t).profile(), 'manageOwn'));
  controlEntitled(t, created);
  const number = createdNumber(t, created);
  await t.eventually(`the customer to be read under the id ${number}`, () => t.send(reading(number)), isAccepted);
}

requirement('CRE-04', async (t) => {
  const builder = builderOf(t);
  t.controlAccepted(await t.send(creating(builder.profile())), 'a whole profile');
  const { firstName, lastName } = builder.profile();
  const profiles = {
    'contactEmail alone': { contactEmail: builder.email() },
    'contactEmail and names': { contactEmail: builder.email(), firstName, lastName },
    'contactEmail and one name': { contactEmail: builder.email(), lastName },
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
