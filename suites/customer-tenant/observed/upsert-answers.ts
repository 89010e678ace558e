import { isAccepted } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { show } from '../stage/json.ts';

requirement('UPS-01', async (t) => {
  const number = builderOf(t).number();
  const before = await t.send(reading(number));
  const created = await t.send(upserting(number, { contactEmail: builderOf(t).email() }));
  t.expectStatus(created, 201);
  const answers = acceptedAnswers(t, 'UPSERT').filter(({ exchange }) => exchange.response.status === 201);
  expectNone(t, answers, () => true);
  t.control(!isAccepted(before), 'an unknown number is not read');
  await t.settled('the customer can be read', () => t.send(reading(number)), isAccepted);
});

requirement('UPS-03', async (t) => {
  const customers = {
    manage: createCustomer,
    ...(t.claims('company') && { manageOwn: createColleague }),
  };
  await t.each(customers, async (create, principal) => {
    const { number, profile } = await create(t);
    const changed = { ...profile, company: builderOf(t).marker() };
    const updated = await t.send(upserting(number, changed, principal === 'manage' ? 'manage' : 'manageOwn'));
    t.expectStatus(updated, 204);
  });
  const answers = acceptedAnswers(t, 'UPSERT').filter(({ exchange }) => exchange.response.status !== 201);
  expectOfEvery(answers, ({ exchange }) => {
    t.expectStatus(exchange, 204);
    t.expect(exchange.response.body === '', 'an empty body', show(exchange.response.body), exchange);
  });
});
