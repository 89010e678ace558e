import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectNobodyHas } from '../stage/effect.ts';
import { expectNobodyAt } from '../stage/nobody.ts';

requirement('PAT-04', async (t) => {
  const [unknown, profile] = [builderOf(t).number(), builderOf(t).profile()];
  const { number } = await createCustomer(t);
  const known = { ...profile, contactEmail: builderOf(t).email() };
  t.controlAccepted(await t.send(patching(number, known)), 'the same PATCH of a customer that exists');
  const refused = await t.send(patching(unknown, profile));
  t.expectStatus(refused, 404);
  await expectNobodyHas(t, profile.contactEmail, refused);
  await expectNobodyAt(t, unknown, refused);
  if (t.claims('company')) await expectRefusedToMembers(t);
});

/** Who sees one company may be told that it has no such customer. */
async function expectRefusedToMembers(t: Examination): Promise<void> {
  const { number } = await createColleague(t);
  const [company, unknown] = [builderOf(t).marker(), builderOf(t).number()];
  t.controlAccepted(await t.send(patching(number, { company }, 'manageOwn')), 'a PATCH of a colleague');
  const refused = await t.send(patching(unknown, { company }, 'manageOwn'));
  t.expectStatus(refused, 404, 403);
  await expectNobodyAt(t, unknown, refused);
}
