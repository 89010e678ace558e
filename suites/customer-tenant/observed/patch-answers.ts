import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { patching } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { show } from '../stage/json.ts';
import { sendChange } from '../stage/version.ts';

requirement('PAT-01', async (t) => {
  const { number } = await createCustomer(t);
  const patched = await sendChange(t, patching(number, { company: builderOf(t).marker() }));
  controlEntitled(t, patched);
  t.expectStatus(patched, 200);
  expectOfEvery(acceptedAnswers(t, 'PATCH'), ({ exchange }) => t.expectStatus(exchange, 200));
});

requirement('PAT-02', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: builderOf(t).marker() })), 'a change');
  expectOfEvery(acceptedAnswers(t, 'PATCH'), ({ exchange }) => {
    t.expect(exchange.response.body === '', 'an empty body', show(exchange.response.body), exchange);
  });
});
