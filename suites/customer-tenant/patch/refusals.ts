import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { patching } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { createPair, takenEmails } from '../stage/collision.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { bodyOf, type Json } from '../stage/json.ts';
import { mergePatching, takesMergePatches } from '../stage/merge-patch.ts';
import { universally } from '../stage/universal.ts';
import { expectSameVersion, versionIn } from '../stage/version.ts';
import {
  CONVERTIBLE_IN_UPDATES,
  cutShort,
  INCONVERTIBLE_IN_UPDATES,
  LENIENT,
  malformed,
  WRONG_CURRENCIES,
} from '../stage/wrong-bodies.ts';

requirement('PAT-10', async (t) => {
  const { number } = await createCustomer(t);
  const before = await changeCustomer(t, number, { company: builderOf(t).marker() });
  const right = { company: builderOf(t).marker() };
  const refused: Exchange[] = [];
  const refuse = async (body: string) => {
    const answer = await t.send({ ...patching(number, undefined), body, invalid: true });
    t.expectStatus(answer, 400);
    refused.push(answer);
  };
  await t.each(malformed(right), refuse);
  await universally(t, cutShort(right), refuse);
  await t.each({ ...INCONVERTIBLE_IN_UPDATES, ...WRONG_CURRENCIES }, async (wrong) => {
    t.expectStatus(await t.send({ ...patching(number, wrong), invalid: true }), 400);
  });
  await expectSameVersion(t, number, versionIn(before), ...refused);
  await expectUnchanged(t, number, bodyOf(before), ...refused);
  if (t.claims('company')) await expectRefusedToColleagues(t);
  if (!(await takesMergePatches(t))) return;
  await t.each(WRONG_CURRENCIES, async (wrong) => t.expectStatus(await t.send(mergePatching(number, wrong)), 400));
});

/** Expects customer_manage_own to be no way around it. */
async function expectRefusedToColleagues(t: Examination): Promise<void> {
  const { number } = await createColleague(t);
  const patch = (changes: Json) => t.send({ ...patching(number, changes, 'manageOwn'), invalid: true });
  t.controlAccepted(await patch({ company: builderOf(t).marker() }), 'a PATCH by a colleague');
  await t.each(WRONG_CURRENCIES, async (wrong) => t.expectStatus(await patch(wrong), 400));
}

requirement('PAT-10a', async (t) => {
  const { number, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH in its right form');
  await t.each(CONVERTIBLE_IN_UPDATES, async (wrong) => {
    t.expectStatus(await t.send({ ...patching(number, wrong), invalid: true }), 400);
  });
  await t.each(LENIENT, async (write) => {
    const body = write({ company: builderOf(t).marker() });
    t.expectStatus(await t.send({ ...patching(number, undefined), body, invalid: true }), 400);
  });
});

requirement('PAT-11', async (t) => {
  const { owner, other } = await createPair(t);
  const own = { contactEmail: other.email };
  t.controlAccepted(await t.send(patching(other.number, own)), 'a PATCH with the e-mail of its own');
  const refused: Exchange[] = [];
  await t.each(await takenEmails(t, owner), async (contactEmail) => {
    const answer = await t.send(patching(other.number, { lastName: builderOf(t).marker(), contactEmail }));
    t.expectStatus(answer, 409, 400);
    refused.push(answer);
  });
  await expectUnchanged(t, owner.number, owner.stored, ...refused);
  await expectUnchanged(t, other.number, other.stored, ...refused);
  if (!t.claims('company')) return;
  const { number } = await createColleague(t);
  const company = builderOf(t).marker();
  t.controlAccepted(await t.send(patching(number, { company }, 'manageOwn')), 'a PATCH by a colleague');
  t.expectStatus(await t.send(patching(number, { contactEmail: owner.email }, 'manageOwn')), 409, 400);
});
