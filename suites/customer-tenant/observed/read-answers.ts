import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { reading } from '../stage/calls.ts';
import { knownCustomer } from '../stage/known-customer.ts';

requirement('GET-01', async (t) => {
  const seen = await t.send(reading(await knownCustomer(t)));
  t.expectStatus(seen, 200);
  const answers = acceptedAnswers(t, 'GET');
  expectOfEvery(answers, ({ exchange }) => t.expectStatus(exchange, 200));
  expectNone(t, answers, () => true);
});
