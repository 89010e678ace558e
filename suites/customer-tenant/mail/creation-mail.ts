import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating } from '../stage/calls.ts';
import { expectLetter, expectLink, expectNoTwin, expectSilence, LOUD, SILENT } from '../stage/letters.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';

requirement('CRE-28', async (t) => {
  const [omitted, explicit] = [builderOf(t).profile(), builderOf(t).profile()];
  const created = await t.send(creating(omitted, 'manage', {}));
  t.controlAccepted(created, 'a creation');
  const wished = await t.send(creating(explicit, 'manage', LOUD));
  t.controlAccepted(wished, 'a creation');
  const again = await t.send(creating({ ...builderOf(t).profile(), contactEmail: omitted.contactEmail }, 'manage', {}));
  t.control(!isAccepted(again), 'a taken e-mail is refused');
  await t.each({ omitted, 'set to true': explicit }, async ({ contactEmail }, label) =>
    expectLetter(t, contactEmail, label === 'omitted' ? created : wished),
  );
  await expectNoTwin(t, omitted.contactEmail, created, again);
  await expectLink(t, omitted.contactEmail, created);
  const numbered = { ...builderOf(t).profile(), id: builderOf(t).number() };
  const withId = await t.send(creating(numbered, 'manage', {}));
  t.controlAccepted(withId, 'a creation with an id of its own');
  await expectLetter(t, numbered.contactEmail, withId);
  await expectNoneOfRefused(t);
  if (!t.claims('company')) return;
  const invited = builderOf(t).profile();
  const byMember = await t.send(creating(invited, 'manageOwn', {}));
  t.controlAccepted(byMember, 'a creation by a member of a company');
  await expectLetter(t, invited.contactEmail, byMember);
});

/** Who is not created gets no letter. */
async function expectNoneOfRefused(t: Examination): Promise<void> {
  const wrong = { ...builderOf(t).profile(), lastName: { probe: true } };
  const refused = await t.send({ ...creating(wrong, 'manage', {}), invalid: true });
  // Whether it is refused is judged elsewhere.
  if (isRefused(refused)) await expectSilence(t, new Map([[wrong.contactEmail, refused]]));
}

requirement('CRE-29', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile(), 'manage', LOUD)), 'a creation with a letter');
  const b2b = { companyRegistrationId: REGISTRATIONS[0] };
  const profile = builderOf(t).profile();
  const special = [
    { ...builderOf(t).profile(), id: builderOf(t).number() },
    { ...builderOf(t).profile(), b2b },
  ];
  const plain = await t.send(creating(profile, 'manage', SILENT));
  t.expectAccepted(plain);
  const silent = new Map([[profile.contactEmail, plain]]);
  // Whether they are accepted is judged elsewhere.
  for (const each of special) silent.set(each.contactEmail, await t.send(creating(each, 'manage', SILENT)));
  const colleague = builderOf(t).profile();
  if (t.claims('company')) silent.set(colleague.contactEmail, await t.send(creating(colleague, 'manageOwn', SILENT)));
  await expectSilence(t, silent);
});
