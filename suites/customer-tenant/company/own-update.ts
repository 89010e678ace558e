import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading, upserting } from '../stage/calls.ts';
import { bothWays, companiesOf, type CompanySide } from '../stage/companies.ts';
import { createColleague, createForeigner, createLoner } from '../stage/company.ts';
import type { Customer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { eachInTurn } from '../stage/each-in-turn.ts';
import { asObject, bodyOf, show, type Json } from '../stage/json.ts';
import { sharedUnusualForeigners } from '../stage/members.ts';
import { mergePatching, takesMergePatches } from '../stage/merge-patch.ts';
import { expectSilentAbout } from '../stage/privacy.ts';
import { putColleague } from '../stage/put.ts';
import { expectStored } from '../stage/stored.ts';
import { telling } from '../stage/telling.ts';
import { expectSameVersion, sendChange, versionOf } from '../stage/version.ts';

/** Changes that hold the profile of whom they are to change. */
const REVEALING = ['UPSERT', "UPSERT into the caller's company"];

requirement('OWN-11', async (t) => {
  const builder = builderOf(t);
  await t.each({ UPSERT: upserting, PATCH: patching }, async (change) => {
    const { number, profile } = await createColleague(t);
    const texts = { lastName: builder.marker(), company: builder.marker(), middleName: builder.marker() };
    const changes = { ...profile, ...texts, ...contactOf(t), active: false, onHold: true };
    t.expectAccepted(await sendChange(t, change(number, changes, 'manageOwn')));
    await expectStored(t, number, changes);
    const again = { ...changes, active: true };
    t.expectAccepted(await sendChange(t, change(number, again, 'manageOwn')));
    await expectStored(t, number, again);
    const look = () => t.send(reading(number, {}, 'readOwn'));
    // Whether a colleague may be read at all is judged elsewhere.
    const isShown = (seen: Exchange) => !isAccepted(seen) || bodyOf(seen)['lastName'] === again.lastName;
    await t.eventually(`lastName ${again.lastName} to be read by a colleague`, look, isShown, telling('lastName'));
  });
  await expectMadeByPutChanged(t);
  if (!t.claims('second-company')) return;
  const { number, profile } = await createForeigner(t);
  for (const change of [upserting, patching]) {
    const body = { ...profile, lastName: builder.marker(), contactEmail: builder.email() };
    t.expectAccepted(await sendChange(t, change(number, body, 'otherManageOwn')));
  }
});

/** A member whom a colleague has made by PUT, where that can be done, is changed like every other. */
async function expectMadeByPutChanged(t: Examination): Promise<void> {
  const made = await putColleague(t);
  if (made === undefined) return;
  const { number, profile } = made;
  await eachInTurn(t, { UPSERT: upserting, PATCH: patching }, async (change) => {
    const changes = { ...profile, company: builderOf(t).marker() };
    t.expectAccepted(await sendChange(t, change(number, changes, 'manageOwn')));
    await expectStored(t, number, { company: changes.company });
  });
}

function contactOf(t: Examination): Json {
  const builder = builderOf(t);
  return { contactEmail: builder.email(), contactPhone: builder.phone(), title: builder.text('title') };
}

requirement('OWN-12', async (t) => {
  await t.each(bothWays, async ({ own, foreign }) =>
    expectOutOfReach(t, await foreign.createMember(t), own, foreign.manager),
  );
  // Their own colleagues can see them, so that the refusals have a control.
  await t.each(await sharedUnusualForeigners(t), async ({ number, profile, stored }) => {
    const company = builderOf(t).marker();
    const wrongs = [
      upserting(number, { ...profile, company }, 'manageOwn'),
      patching(number, { company }, 'manageOwn'),
    ];
    for (const wrong of wrongs) t.expectStatus(await t.send(wrong), 403, 404);
    const seen = await t.send(reading(number));
    t.controlAccepted(seen, 'reading the customer');
    t.expect(
      bodyOf(seen)['company'] === stored['company'],
      `company ${show(stored['company'])}`,
      show(bodyOf(seen)['company']),
      seen,
    );
  });
});

requirement('OWN-20', async (t) => {
  await t.each(companiesOf(t), async (own) => expectOutOfReach(t, await createLoner(t), own, 'manage'));
});

/** Expects changes under customer_manage_own to be refused without effect, and those of somebody entitled to be accepted. */
async function expectOutOfReach(
  t: Examination,
  stranger: Customer,
  { manager, sharedMember }: CompanySide,
  entitled: PrincipalName,
): Promise<void> {
  const { number, profile, stored } = stranger;
  const changes = { company: builderOf(t).marker(), active: false };
  const rights = {
    UPSERT: upserting(number, { ...profile, ...changes }, entitled),
    PATCH: patching(number, changes, entitled),
  };
  const { companyRegistrationId } = asObject((await sharedMember(t)).stored['b2b']);
  const joining = { ...changes, b2b: { companyRegistrationId } };
  const wrongs: Readonly<Record<string, Call>> = {
    UPSERT: { ...rights.UPSERT, as: manager },
    'UPSERT of a profile of its own': upserting(number, { ...builderOf(t).profile(), ...changes }, manager),
    PATCH: { ...rights.PATCH, as: manager },
    ...(Number.isInteger(versionOf(stored)) && {
      'PATCH with a version': patching(number, { ...changes, metadata: { version: versionOf(stored) } }, manager),
    }),
    'PATCH of a switch alone': patching(number, { active: false }, manager),
    'PATCH of the other switch alone': patching(number, { onHold: true }, manager),
    ...((await takesMergePatches(t)) && { 'merge PATCH': mergePatching(number, changes, manager) }),
    ...(typeof companyRegistrationId === 'string' && {
      "UPSERT into the caller's company": upserting(number, { ...profile, ...joining }, manager),
      "PATCH into the caller's company": patching(number, joining, manager),
    }),
  };
  const refused = await Promise.all(Object.values(wrongs).map((wrong) => t.send(wrong)));
  const answers = Object.fromEntries(Object.keys(wrongs).map((label, index) => [label, refused[index]] as const));
  await t.each(answers, async (answer, label) => {
    if (answer === undefined) return;
    t.expectStatus(answer, 403, 404);
    // What was sent may be quoted.
    if (!REVEALING.includes(label)) expectSilentAbout(t, stranger, answer);
  });
  await expectSameVersion(t, number, versionOf(stored), ...refused);
  await expectUnchanged(t, number, stored, ...refused);
  await eachInTurn(t, rights, async (right) => t.controlAccepted(await t.send(right)));
}
