import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createPair, takenEmails } from '../stage/collision.ts';
import { createCustomer, isGone } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';
import type { Json } from '../stage/json.ts';
import { universally } from '../stage/universal.ts';
import {
  CONVERTIBLE_IN_UPDATES,
  cutShort,
  INCONVERTIBLE_IN_UPDATES,
  malformed,
  WRONG_CURRENCIES,
  type WrongMembers,
} from '../stage/wrong-bodies.ts';

requirement('UPS-07', async (t) => {
  const { owner, other } = await createPair(t);
  t.controlAccepted(await t.send(upserting(other.number, other.profile)), 'a PUT with the e-mail of its own');
  const refused: Exchange[] = [];
  await t.each(await takenEmails(t, owner), async (contactEmail) => {
    const unknown = builderOf(t).number();
    const update = await t.send(upserting(other.number, { ...other.profile, contactEmail }));
    const creation = await t.send(upserting(unknown, { ...builderOf(t).profile(), contactEmail }));
    t.expectStatus(update, 409);
    t.expectStatus(creation, 409);
    refused.push(update, creation);
    t.expect(isGone(await t.send(reading(unknown))), 'a refused PUT to create nobody', `${unknown} is read`, creation);
  });
  await expectUnchanged(t, owner.number, owner.stored, ...refused);
  await expectUnchanged(t, other.number, other.stored, ...refused);
});

requirement('UPS-12', async (t) => {
  const { number, profile, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(upserting(number, profile)), 'the same PUT in its right form');
  const changed = { ...profile, company: builderOf(t).marker() };
  const wrong = { ...INCONVERTIBLE_IN_UPDATES, ...WRONG_CURRENCIES };
  await expectUnchanged(t, number, stored, ...(await refuseAll(t, number, changed, wrong)));
  const [unknown, fresh] = [builderOf(t).number(), builderOf(t).profile()];
  await expectNobodyHas(t, fresh.contactEmail, ...(await refuseAll(t, unknown, { ...fresh }, WRONG_CURRENCIES)));
  t.expect(isGone(await t.send(reading(unknown))), 'a refused PUT to create nobody', `${unknown} is read`);
});

requirement('UPS-12a', async (t) => {
  const { number, profile } = await createCustomer(t);
  t.controlAccepted(await t.send(upserting(number, profile)), 'the same PUT in its right form');
  await t.each(CONVERTIBLE_IN_UPDATES, async (wrong) => {
    t.expectStatus(await t.send({ ...upserting(number, { ...profile, ...wrong }), invalid: true }), 400);
  });
});

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
