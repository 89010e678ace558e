import type { Call } from '../../../src/conformance/call.ts';
import { describeAnswer, isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, deleting, finding, listing, patching, reading, upserting } from '../stage/calls.ts';
import { createCustomer, createdNumber, isGone, type Customer } from '../stage/customer.ts';
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
    const customer: Customer = { number, email, profile, stored: {} };
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
    await expectUntouched(t, home, abroad);
    await expectDeletedAlone(t, customer, home, abroad);
  });
});

/** Expects writes in another tenant not to meet the customer who has their number here. */
async function expectUntouched(t: Examination, home: Way, abroad: Way): Promise<void> {
  const [id, company] = [builderOf(t).number(), builderOf(t).marker()];
  const number = createdNumber(t, await t.send(home(creating({ ...builderOf(t).profile(), id }))));
  const look = () => t.send(home(reading(number)));
  await t.settled('a customer with an id of its own is read', look, isAccepted);
  const writes = {
    PATCH: patching(number, { company }),
    ...(t.claims('accounts-internal') && { ASSIGN: assigning(number, builderOf(t).email()) }),
    DELETE: deleting(number),
    // Last, because it may create somebody there, whom the others would meet.
    UPSERT: upserting(number, { ...builderOf(t).profile(), company }),
  };
  for (const [operation, write] of Object.entries(writes)) {
    // How a write that meets nobody is answered is judged elsewhere.
    const answer = await t.send(abroad(write));
    const isSame = (seen: Exchange) => isAccepted(seen) && bodyOf(seen)['company'] !== company;
    const { seen, held } = await t.waitUntil(look, isSame);
    t.expect(held, `${operation} in the other tenant to leave the customer`, describeAnswer(seen), answer, seen);
  }
}

/** Expects the deletion of a customer with the same number in another tenant to leave this one. */
async function expectDeletedAlone(t: Examination, customer: Customer, home: Way, abroad: Way): Promise<void> {
  const { number, email } = customer;
  const again = async () => t.send(home(creating({ ...builderOf(t).profile(), contactEmail: email })));
  // Whether one e-mail can be used twice in a tenant is judged elsewhere.
  const isUnique = isRefused(await again());
  const twin = await createTwin(t, customer, abroad);
  if (!isAccepted(twin)) return t.note('a number of one tenant is taken in another');
  const company = builderOf(t).marker();
  t.controlAccepted(await t.send(abroad(patching(number, { company }))), 'a change of the twin');
  const isTwin = (seen: Exchange) => bodyOf(seen)['company'] === company;
  const read = await t.waitUntil(() => t.send(abroad(reading(number))), isTwin);
  const isOther = bodyOf(read.seen)['lastName'] === customer.profile.lastName;
  t.expect(read.held || !isOther, 'the twin to be read, not the customer', describeAnswer(read.seen), read.seen);
  const own = await t.send(home(reading(number)));
  t.expect(!isTwin(own), 'the change of a twin to leave the customer', describeAnswer(own), own);
  const find = () => t.send(home(finding(email)));
  const found = await t.waitUntil(find, (seen) => isListed(seen, customer));
  t.expect(found.held, 'the customer in the list still', describeAnswer(found.seen), twin, found.seen);
  const deleted = await t.send(abroad(deleting(number)));
  t.controlAccepted(deleted, 'a deletion in the other tenant');
  await t.settled('it is gone there', () => t.send(abroad(reading(number))), isGone);
  const { seen, held } = await t.waitUntil(() => t.send(home(reading(number))), isAccepted);
  t.expect(held, 'the customer of the same number to be there still', describeAnswer(seen), deleted, seen);
  if (!isUnique) return;
  const taken = await again();
  t.expect(isRefused(taken), `${email} to be taken still`, describeAnswer(taken), deleted, taken);
}

/** A customer of the same number in another tenant, and of the same e-mail where that is not taken there. */
async function createTwin(t: Examination, { number, email }: Customer, abroad: Way): Promise<Exchange> {
  const profile = { ...builderOf(t).profile(), id: number };
  const twin = await t.send(abroad(creating({ ...profile, contactEmail: email })));
  return isAccepted(twin) ? twin : t.send(abroad(creating(profile)));
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
