import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectOfEvery } from '../stage/answers.ts';
import { deleting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { show } from '../stage/json.ts';

requirement('DEL-01', async (t) => {
  const { number } = await createCustomer(t);
  t.expectStatus(await t.send(deleting(number)), 202);
  expectOfEvery(acceptedAnswers(t, 'DELETE'), ({ exchange }) => t.expectStatus(exchange, 202));
});

requirement('DEL-02', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(deleting(number)), 'a deletion');
  expectOfEvery(acceptedAnswers(t, 'DELETE'), ({ exchange }) => {
    t.expect(exchange.response.body === '', 'an empty body', show(exchange.response.body), exchange);
  });
});
