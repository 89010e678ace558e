import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';

const LONG_BEGINNING = 'accounts.payable.of.the.branch.';

requirement('ASG-01', async (t) => {
  const { number } = await createCustomer(t);
  // No length is promised for columns, but up to 64 characters before the @ are usual.
  for (const email of [builderOf(t).email(), `${LONG_BEGINNING}${builderOf(t).email()}`])
    t.expectStatus(await t.send(assigning(number, email)), 201);
  const answers = acceptedAnswers(t, 'ASSIGN');
  expectOfEvery(answers, ({ exchange }) => t.expectStatus(exchange, 201));
  expectNone(t, answers, () => true);
});
