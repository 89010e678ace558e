import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { LedgerEntry } from '../../../src/conformance/ledger.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, createdPaths, expectOfEvery, pathOf } from '../stage/answers.ts';
import { deleting } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { show } from '../stage/json.ts';

requirement('DEL-01', async (t) => {
  const { number } = await createCustomer(t);
  const plain = await t.send(deleting(number));
  // Asked before anything is judged, so that the evidence of a failure holds it too.
  const own = t.claims('company') && (await t.send(deleting((await createColleague(t)).number, 'manageOwn')));
  t.expectStatus(plain, 202);
  // Whether it is allowed is OWN-13's.
  if (own && isAccepted(own)) t.expectStatus(own, 202);
  expectOfEvery(firstDeletions(t), ({ exchange }) => t.expectStatus(exchange, 202));
});

/** The first deletion of each customer that the run created, by somebody who is entitled. */
function firstDeletions(t: Examination): LedgerEntry[] {
  const known = new Set(createdPaths(t));
  const entitled = acceptedAnswers(t, 'DELETE').filter(({ exchange }) => exchange.principal === 'manage');
  return entitled.filter(({ exchange }) => known.delete(pathOf(exchange)));
}

requirement('DEL-02', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(deleting(number)), 'a deletion');
  expectOfEvery(acceptedAnswers(t, 'DELETE'), ({ exchange }) => {
    t.expect(exchange.response.body === '', 'an empty body', show(exchange.response.body), exchange);
  });
});
