import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, patching, reading } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import type { Customer } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { itemOf } from '../stage/found.ts';
import { INSTANT } from '../stage/instant.ts';
import { asObject, bodyOf, differingNames, pick, show, type Json } from '../stage/json.ts';
import { createRich, MIXED } from '../stage/mixins.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';
import { controlSteady } from '../stage/steady.ts';

requirement('GET-12', async (t) => {
  const photoUrl = 'https://example.com/photo.png';
  const plain = { photoUrl, type: 'CUSTOMER', middleName: builderOf(t).marker() };
  const customer = await createRich(t, plain, { ...MIXED, b2b: { companyRegistrationId: REGISTRATIONS[0] } });
  // As no customer is by default.
  const change = patching(customer.number, { active: false, onHold: true, company: builderOf(t).marker() });
  t.controlAccepted(await t.send(change), 'a change');
  const read = () => t.send(reading(customer.number));
  await expectAlike(
    t,
    customer,
    await t.settled('the change is read', read, (seen) => bodyOf(seen)['onHold'] === true),
  );
  if (!t.claims('company')) return;
  const colleague = await sharedColleague(t);
  await expectAlike(t, colleague, await t.send(reading(colleague.number)));
});

/** Expects a list to show a customer as it was read alone. */
async function expectAlike(t: Examination, customer: Customer, alone: Exchange): Promise<void> {
  t.controlAccepted(alone, 'reading the customer');
  const wanted = viewOf(bodyOf(alone));
  const { metadataCreatedAt } = wanted;
  const listed = (list: Exchange) => {
    const view = viewOf(itemOf(list, customer) ?? {});
    return isSameTime(view['metadataCreatedAt'], metadataCreatedAt) ? { ...view, metadataCreatedAt } : view;
  };
  const look = () => t.send(finding(customer.email));
  const { seen, held } = await t.waitUntil(look, (list) => isDeepStrictEqual(listed(list), wanted));
  t.control(itemOf(seen, customer) !== undefined, 'the search finds the customer');
  if (!held) await controlSteady(t, customer.number, bodyOf(alone));
  const wrong = differingNames(wanted, listed(seen));
  const [expected, received] = [wanted, listed(seen)].map((view) => show(pick(view, wrong)));
  t.expect(held, `the customer as read alone: ${expected}`, received ?? '', alone, seen);
}

function viewOf(customer: Json): Json {
  const { contactPhone = null, metadata, metadataCreatedAt = null } = customer;
  const { version, mixins } = asObject(metadata);
  return { ...profileOf(customer), contactPhone, metadataCreatedAt, version, 'metadata.mixins': mixins ?? {} };
}

/** Whether two values tell one time, in two ways of writing it; seconds may be told without their parts. */
function isSameTime(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || !INSTANT.test(one) || !INSTANT.test(other)) return false;
  const precision = one.includes('.') && other.includes('.') ? 1 : 1_000;
  return Math.abs(Date.parse(one) - Date.parse(other)) <= precision;
}
