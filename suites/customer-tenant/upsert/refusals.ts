import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createPair, takenEmails } from '../stage/collision.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer, type Customer } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';
import { bodyOf, type Json } from '../stage/json.ts';
import { expectNobodyAt } from '../stage/nobody.ts';
import { universally } from '../stage/universal.ts';
import { expectSameVersion, versionOf } from '../stage/version.ts';
import {
  CONVERTIBLE_IN_UPDATES,
  cutShort,
  INCONVERTIBLE_IN_UPDATES,
  INCONVERTIBLE_OF_EACH_KIND,
  LENIENT,
  malformed,
  WRONG_CURRENCIES,
  type WrongMembers,
} from '../stage/wrong-bodies.ts';

requirement('UPS-07', async (t) => {
  const { owner, other } = await createPair(t);
  const before = await stateAfterPut(t, other);
  const refused: Exchange[] = [];
  await t.each(await takenEmails(t, owner), async (contactEmail) => {
    const [unknown, profile] = [builderOf(t).number(), builderOf(t).profile()];
    const update = await t.send(upserting(other.number, { ...other.profile, contactEmail }));
    const creation = await t.send(upserting(unknown, { ...profile, contactEmail }));
    t.expectStatus(update, 409);
    t.expectStatus(creation, 409);
    refused.push(update, creation);
    await expectNobodyAt(t, unknown, creation);
  });
  await expectUnchanged(t, owner.number, owner.stored, ...refused);
  await expectSameVersion(t, other.number, versionOf(before), ...refused);
  await expectUnchanged(t, other.number, before, ...refused);
  if (!t.claims('company')) return;
  const { number, profile } = await createColleague(t);
  const contactEmail = owner.email;
  t.controlAccepted(await t.send(upserting(number, profile, 'manageOwn')), 'a PUT by a colleague');
  t.expectStatus(await t.send(upserting(number, { ...profile, contactEmail }, 'manageOwn')), 409);
});

requirement('UPS-12', async (t) => {
  const customer = await createCustomer(t);
  const { number, profile } = customer;
  const before = await stateAfterPut(t, customer);
  const changed = { ...profile, company: builderOf(t).marker() };
  const wrong = { ...INCONVERTIBLE_IN_UPDATES, ...WRONG_CURRENCIES };
  const refused = await refuseAll(t, number, changed, wrong);
  await expectSameVersion(t, number, versionOf(before), ...refused);
  await expectUnchanged(t, number, before, ...refused);
  const [unknown, fresh] = [builderOf(t).number(), builderOf(t).profile()];
  const wrongOfNew = { ...INCONVERTIBLE_OF_EACH_KIND, ...WRONG_CURRENCIES };
  await expectNobodyHas(t, fresh.contactEmail, ...(await refuseAll(t, unknown, { ...fresh }, wrongOfNew)));
  await expectNobodyAt(t, unknown);
  if (!t.claims('company')) return;
  const colleague = await createColleague(t);
  const put = (members: Json) =>
    t.send({ ...upserting(colleague.number, { ...colleague.profile, ...members }, 'manageOwn'), invalid: true });
  t.controlAccepted(await put({}), 'a PUT by a colleague');
  await t.each(WRONG_CURRENCIES, async (members) => t.expectStatus(await put(members), 400));
});

requirement('UPS-12a', async (t) => {
  const { number, profile } = await createCustomer(t);
  t.controlAccepted(await t.send(upserting(number, profile)), 'the same PUT in its right form');
  await t.each(CONVERTIBLE_IN_UPDATES, async (wrong) => {
    t.expectStatus(await t.send({ ...upserting(number, { ...profile, ...wrong }), invalid: true }), 400);
  });
  await t.each(LENIENT, async (write) => {
    const body = write({ ...profile });
    t.expectStatus(await t.send({ ...upserting(number, undefined), body, invalid: true }), 400);
  });
});

/**
 * Sends a right PUT and waits until it is read; returns the customer as it is then, for a PUT that replaces changes what it
 * does not name. Throws Untestable.
 */
async function stateAfterPut(t: Examination, { number, profile }: Customer): Promise<Json> {
  const company = builderOf(t).marker();
  t.controlAccepted(await t.send(upserting(number, { ...profile, company })), 'a PUT in its right form');
  const look = () => t.send(reading(number));
  return bodyOf(await t.settled('the PUT is read', look, (seen) => bodyOf(seen)['company'] === company));
}

/** Expects every wrong form of a right body to be answered 400; returns some of the answers. */
async function refuseAll(t: Examination, number: string, right: Json, members: WrongMembers): Promise<Exchange[]> {
  const refused: Exchange[] = [];
  const refuse = async (body: string) => {
    const answer = await t.send({ ...upserting(number, undefined), body, invalid: true });
    t.expectStatus(answer, 400);
    refused.push(answer);
  };
  await t.each(malformed(right), refuse);
  await universally(t, cutShort(right), refuse);
  await t.each(members, async (wrong) => {
    t.expectStatus(await t.send({ ...upserting(number, { ...right, ...wrong }), invalid: true }), 400);
  });
  return refused;
}
