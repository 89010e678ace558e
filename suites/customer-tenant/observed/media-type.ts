import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectOfEvery } from '../stage/answers.ts';
import { listing, reading } from '../stage/calls.ts';
import { knownCustomer } from '../stage/known-customer.ts';

const WITH_BODY = ['LIST', 'CREATE', 'GET', 'UPSERT', 'ASSIGN'];

requirement('ERR-08', async (t) => {
  t.controlAccepted(await t.send(listing()), 'a list');
  t.controlAccepted(await t.send(reading(await knownCustomer(t))), 'reading a customer that exists');
  const answers = WITH_BODY.flatMap((operation) => acceptedAnswers(t, operation));
  const filled = answers.filter(({ exchange }) => exchange.response.body !== '');
  expectOfEvery(filled, ({ exchange }) => {
    const type = exchange.response.headers['content-type'] ?? 'no content-type';
    t.expect(/^application\/json\s*(;|$)/i.test(type), 'application/json for Accept: */*', type, exchange);
  });
});
