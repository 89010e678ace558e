import type { Call } from '../../../src/conformance/call.ts';
import { describeAnswer, isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, deleting, finding, listing, reading } from '../stage/calls.ts';
import { createCustomer, createdNumber, isGone } from '../stage/customer.ts';
import { bodyOf } from '../stage/json.ts';
import { expectSilentAbout, expectUnlisted, isListed, unmistakable } from '../stage/privacy.ts';
import { inOtherTenant } from '../stage/tenant.ts';
import { controlUnknown } from '../stage/unknown.ts';

requirement('TEN-01', async (t) => {
  const there = (call: Call) => inOtherTenant(t, call);
  const directions = {
    'a customer of the second tenant in the first': { home: there, abroad: asIs },
    'a customer of the first tenant in the second': { home: asIs, abroad: there },
  };
  await t.each(directions, async ({ home, abroad }) => {
    const profile = { ...builderOf(t).profile(), ...unmistakable(t) };
    const { contactEmail: email, lastName } = profile;
    // A number of our own, because generated ones may be the same in both tenants.
    const id = builderOf(t).number();
    const number = createdNumber(t, await t.send(home(creating({ ...profile, id }))));
    t.control(number === id, 'a custom id is used');
    const customer = { number, email, profile, stored: {} };
    const find = () => t.send(home(finding(email)));
    await t.settled('the customer is found in its own tenant', find, (seen) => isListed(seen, customer));
    await t.settled('it is read in its own tenant', () => t.send(home(reading(number))), isAccepted);
    const answer = await t.send(abroad(reading(number)));
    if (isAccepted(answer)) await controlUnknown(t, abroad);
    t.expect(!isAccepted(answer), 'nobody to be found', `status ${answer.response.status}`, answer);
    expectSilentAbout(t, customer, answer);
    const queries = [{}, { sort: 'lastName', pageSize: '100', pageNumber: '1' }, { q: `id:(${number})` }];
    const searches = [{ q: `contactEmail:${email}` }, { q: `lastName:${lastName}` }];
    const lists = [...queries, ...searches].map((query) => t.send(abroad(listing(query))));
    expectUnlisted(t, await Promise.all(lists), [customer]);
    t.controlAccepted(await t.send(abroad(listing())), 'a list of the other tenant');
    await expectDeletedAlone(t, number, home, abroad);
  });
});

/** Expects the deletion of a customer with the same number in another tenant to leave this one. */
async function expectDeletedAlone(t: Examination, number: string, home: Way, abroad: Way): Promise<void> {
  const twin = await t.send(abroad(creating({ ...builderOf(t).profile(), id: number })));
  if (!isAccepted(twin)) return t.note('a number of one tenant is taken in another');
  const deleted = await t.send(abroad(deleting(number)));
  t.controlAccepted(deleted, 'a deletion in the other tenant');
  await t.settled('it is gone there', () => t.send(abroad(reading(number))), isGone);
  const { seen, held } = await t.waitUntil(() => t.send(home(reading(number))), isAccepted);
  t.expect(held, 'the customer of the same number to be there still', describeAnswer(seen), deleted, seen);
}

requirement('TEN-06', async (t) => {
  const { profile, email } = await createCustomer(t);
  const again = await t.send(inOtherTenant(t, creating(profile)));
  const other = await t.send(inOtherTenant(t, creating(builderOf(t).profile())));
  t.controlAccepted(other, 'creating a customer with another e-mail in the second tenant');
  t.expectAccepted(again);
  const read = () => t.send(inOtherTenant(t, reading(createdNumber(t, again))));
  await t.eventually(
    `${email} to be read in the second tenant`,
    read,
    (seen) => bodyOf(seen)['contactEmail'] === email,
  );
});

/** How a call reaches a tenant. */
type Way = (call: Call) => Call;

function asIs(call: Call): Call {
  return call;
}
