import * as fc from 'fast-check';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer, type Customer } from '../stage/customer.ts';
import { expectAccountKept, expectDelicate, expectEmptied } from '../stage/easily-lost.ts';
import { bodyOf, type Json } from '../stage/json.ts';
import { LONG_NAMES } from '../stage/long-names.ts';
import { createUnusual } from '../stage/members.ts';
import { createWithMixin, MIXED } from '../stage/mixins.ts';
import { expectOnly, expectUntouched, patchEach, viewOf } from '../stage/patched.ts';
import { createByPut } from '../stage/put.ts';
import { expectStored, isStored } from '../stage/stored.ts';
import { universally } from '../stage/universal.ts';

const TEXTS = ['title', 'firstName', 'middleName', 'lastName', 'contactPhone', 'company'] as const;
const EXPANDED = { expand: 'mixin:*' };
const INACTIVE: Json = { active: false };
// Both ways, and off at last, where somebody else who was switched along shows it.
const SWITCHES: readonly Json[] = [
  { onHold: true },
  INACTIVE,
  { onHold: false },
  { active: true },
  { onHold: true },
  INACTIVE,
  { active: true },
  INACTIVE,
];

requirement('PAT-03', async (t) => {
  const parts: Record<string, (t: Examination) => Promise<void>> = {
    'switched off and on': async () => expectEachAlone(t, SWITCHES),
    'texts of names': async () => expectEachAlone(t, textsOf(t)),
    'other members': async () => expectEachAlone(t, settingsOf(t)),
    'what is easily lost': expectDelicate,
    'an empty text': expectEmptied,
    'several texts at once': expectSeveral,
    'customers who are not as usual': expectUnusualChanged,
    ...(t.claims('accounts-internal') && { 'a further account': expectAccountKept }),
    ...(t.claims('company') && { 'a colleague': expectColleagueKept }),
  };
  await t.each(parts, async (expectPart) => expectPart(t));
});

/** Expects changes to be made alone, one after the other, of a customer between an older and a younger namesake. */
async function expectEachAlone(t: Examination, changes: readonly Json[]): Promise<void> {
  const [middleName, lastName] = [builderOf(t).marker(), builderOf(t).marker()];
  const photoUrl = 'https://example.com/before.png';
  const older = await createCustomer(t, { lastName });
  const { number, stored } = await createWithMixin(t, { middleName, photoUrl, lastName });
  const younger = await createCustomer(t, { lastName });
  // Whether expand shows mixins is judged elsewhere.
  const mixed = { mixins: MIXED.mixins };
  const isShown = isStored(await t.send(reading(number, EXPANDED)), mixed);
  await patchEach(t, number, viewOf(stored), changes);
  if (isShown) await expectStored(t, number, mixed, EXPANDED);
  await expectUntouched(t, [older, younger]);
}

/** Expects a change of one member of a company to leave another. */
async function expectColleagueKept(t: Examination): Promise<void> {
  const [changed, other] = await Promise.all([createColleague(t), createColleague(t)]);
  await patchEach(t, changed.number, viewOf(changed.stored), [INACTIVE]);
  await expectUntouched(t, [other]);
}

/** Expects whoever was made by PUT, is switched off or a contact to be changed like everybody else. */
async function expectUnusualChanged(t: Examination): Promise<void> {
  const usual = await createCustomer(t);
  t.controlAccepted(
    await t.send(patching(usual.number, { company: builderOf(t).marker() })),
    'a change of a usual one',
  );
  const unusual = { ...(await createUnusual(t, createCustomer)), ...(await madeByPut(t)) };
  await t.each(unusual, async ({ number, stored }) => {
    const change = { lastName: builderOf(t).marker() };
    t.expectAccepted(await t.send(patching(number, change)));
    await expectOnly(t, number, viewOf(stored), change);
  });
}

/** A customer made by PUT; nobody where that cannot be done, which is judged elsewhere. */
async function madeByPut(t: Examination): Promise<Readonly<Record<string, Pick<Customer, 'number' | 'stored'>>>> {
  const number = await createByPut(t, { ...builderOf(t).profile() });
  if (number === undefined) return {};
  const seen = await t.settled('a customer made by PUT is read', () => t.send(reading(number)), isAccepted);
  return { 'a customer made by PUT': { number, stored: bodyOf(seen) } };
}

/** Expects several texts to change at once, and no others. */
async function expectSeveral(t: Examination): Promise<void> {
  await universally(t, fc.subarray([...TEXTS], { minLength: 2 }), async (names) => {
    const { number, stored } = await createCustomer(t);
    const change = Object.fromEntries(names.map((name) => [name, builderOf(t).text(name)]));
    await patchEach(t, number, viewOf(stored), [change]);
  });
}

function textsOf(t: Examination): Json[] {
  return [...TEXTS.map((name) => ({ [name]: builderOf(t).text(name) })), LONG_NAMES];
}

function settingsOf(t: Examination): Json[] {
  return [
    { photoUrl: 'https://example.com/after.png' },
    { preferredLanguage: 'en_US' },
    { preferredCurrency: 'USD' },
    { contactEmail: builderOf(t).email() },
  ];
}
