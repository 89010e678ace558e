import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';

requirement('ASG-01', async (t) => {
  const { number } = await createCustomer(t);
  t.expectStatus(await t.send(assigning(number, builderOf(t).email())), 201);
  const answers = acceptedAnswers(t, 'ASSIGN');
  expectOfEvery(answers, ({ exchange }) => t.expectStatus(exchange, 201));
  expectNone(t, answers, () => true);
});
