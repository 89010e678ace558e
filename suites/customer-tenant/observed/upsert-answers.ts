import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, createdPaths, expectNone, expectOfEvery, pathOf } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { show, type Json } from '../stage/json.ts';
import { MIXED } from '../stage/mixins.ts';

requirement('UPS-01', async (t) => {
  const profiles: Readonly<Record<string, Json>> = {
    'an address alone': { contactEmail: builderOf(t).email() },
    'a whole profile': { ...builderOf(t).profile() },
    'a customer who is not active': { contactEmail: builderOf(t).email(), active: false },
    'a profile with mixins': { ...builderOf(t).profile(), ...MIXED },
  };
  await t.each(profiles, async (profile, label) => expectCreated(t, profile, label));
  const answers = acceptedAnswers(t, 'UPSERT').filter(({ exchange }) => exchange.response.status === 201);
  // In which media type is ERR-08's.
  expectNone(t, answers, ({ kind }) => kind !== 'media-type');
});

async function expectCreated(t: Examination, profile: Json, label: string): Promise<void> {
  const number = builderOf(t).number();
  const before = await t.send(reading(number));
  const created = await t.send(upserting(number, profile));
  // Whether a mixin of an unknown schema is taken is left to the target.
  if ('mixins' in profile && !isAccepted(created)) return t.note(`${label} was answered ${created.response.status}`);
  t.expectStatus(created, 201);
  t.control(!isAccepted(before), 'an unknown number is not read');
  await t.settled('the customer can be read', () => t.send(reading(number)), isAccepted);
}

requirement('UPS-03', async (t) => {
  const customers = {
    manage: createCustomer,
    ...(t.claims('company') && { manageOwn: createColleague }),
  };
  await t.each(customers, async (create, principal) => {
    const { number, profile } = await create(t);
    const changed = { ...profile, company: builderOf(t).marker() };
    const updated = await t.send(upserting(number, changed, principal === 'manage' ? 'manage' : 'manageOwn'));
    controlEntitled(t, updated);
    // Who is out of sight is no matter of this status.
    t.control(principal === 'manage' || updated.response.status !== 404, 'a colleague is found');
    t.expectStatus(updated, 204);
  });
  // What a PUT on an unknown number is answered is UPS-01's.
  const known = createdPaths(t);
  const answers = acceptedAnswers(t, 'UPSERT').filter(
    ({ exchange }) => exchange.response.status !== 201 && known.has(pathOf(exchange)),
  );
  expectOfEvery(answers, ({ exchange }) => {
    t.expectStatus(exchange, 204);
    t.expect(exchange.response.body === '', 'an empty body', show(exchange.response.body), exchange);
  });
});
