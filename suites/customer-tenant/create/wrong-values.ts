import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, upserting } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectNobodyHas } from '../stage/effect.ts';
import { controlEntitled } from '../stage/entitled.ts';
import type { Json } from '../stage/json.ts';
import { CONVERTIBLE, INCONVERTIBLE, LENIENT, WRONG_CURRENCIES, type WrongMembers } from '../stage/wrong-bodies.ts';

requirement('CRE-07', async (t) => {
  await expectRefusedProfiles(t, { ...INCONVERTIBLE, 'id {}': { id: { a: 1 } }, 'id []': { id: ['a'] } });
});

requirement('CRE-07a', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())));
  await t.each(CONVERTIBLE, async (wrong) => t.expectStatus((await createWrong(t, wrong)).refused, 400));
  await t.each(LENIENT, async (write) => {
    const body = write({ ...builderOf(t).profile() });
    t.expectStatus(await t.send({ ...creating(undefined), body, invalid: true }), 400);
  });
});

requirement('CRE-10', async (t) => {
  await expectRefusedProfiles(t, WRONG_CURRENCIES);
  if (!t.claims('company')) return;
  // Whoever made the colleague may create.
  await sharedColleague(t);
  await t.each(WRONG_CURRENCIES, async (wrong) => {
    const profile = { ...builderOf(t).profile(), ...wrong };
    t.expectStatus(await t.send({ ...creating(profile, 'manageOwn'), invalid: true }), 400);
  });
});

requirement('CRE-30', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a right creation');
  const { number, profile } = await createCustomer(t);
  const rights = {
    PUT: upserting(number, profile),
    ...(t.claims('accounts-internal') && { ASSIGN: assigning(number, builderOf(t).email()) }),
  };
  const refuse = async (call: Call, sendPasswordResetNotifications: string) => {
    const refused = await t.send({ ...call, query: { sendPasswordResetNotifications }, invalid: true });
    controlEntitled(t, refused);
    t.expectStatus(refused, 400);
  };
  const [maybe, two] = [builderOf(t).profile(), builderOf(t).profile()];
  await t.each({ maybe, 2: two }, async (newcomer, flag) => refuse(creating(newcomer), flag));
  await expectNobodyHas(t, [maybe.contactEmail, two.contactEmail]);
  await t.each(rights, async (right) => {
    await refuse(right, 'maybe');
    t.controlAccepted(await t.send(right));
  });
});

/** Expects a profile with each of these members to be refused, all without effect, and one without to be accepted. */
async function expectRefusedProfiles(t: Examination, cases: WrongMembers): Promise<void> {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())));
  const wrongs: Record<string, WrongCreation> = {};
  await t.each(cases, async (wrong, label) => {
    const creation = await createWrong(t, wrong);
    t.expectStatus(creation.refused, 400);
    wrongs[label] = creation;
  });
  await expectNobodyHas(
    t,
    Object.values(wrongs).map(({ email }) => email),
  );
  const first = wrongs[Object.keys(cases)[0] ?? ''];
  if (first !== undefined) await expectFreeStill(t, first);
}

interface WrongCreation {
  readonly refused: Exchange;
  readonly email: string;
}

async function expectFreeStill(t: Examination, { refused, email: contactEmail }: WrongCreation): Promise<void> {
  const created = await t.send(creating({ ...builderOf(t).profile(), contactEmail }));
  const received = `status ${created.response.status}`;
  t.expect(isAccepted(created), 'the e-mail of a refused creation to be free still', received, refused, created);
}

async function createWrong(t: Examination, wrong: Json): Promise<WrongCreation> {
  const profile = builderOf(t).profile();
  const refused = await t.send({ ...creating({ ...profile, ...wrong }), invalid: true });
  return { refused, email: profile.contactEmail };
}
