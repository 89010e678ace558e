import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Violation } from '../../../src/contract/violation.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { listing } from '../stage/calls.ts';
import { idsOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';

requirement('LST-01', async (t) => {
  const known = await knownCustomer(t);
  const list = await t.send(listing());
  t.expectStatus(list, 200);
  const lists = acceptedAnswers(t, 'LIST');
  expectOfEvery(lists, ({ exchange }) => {
    t.expectStatus(exchange, 200);
    t.expect(Array.isArray(exchange.response.json), 'a JSON array', show(exchange.response.body), exchange);
  });
  expectNone(t, lists, ({ kind }) => kind === 'media-type' || kind === 'unreadable-body');
  t.control(
    lists.some(({ exchange }) => idsOf(exchange).length > 0),
    `a list shows a customer, such as ${known}`,
  );
});

requirement('LST-02', async (t) => {
  await listedItems(t);
  expectNone(t, acceptedAnswers(t, 'LIST'), isItemFault);
});

requirement('LST-12', async (t) => {
  await listedItems(t);
  const lists = acceptedAnswers(t, 'LIST');
  expectNone(t, lists, ({ kind }) => kind === 'header');
  expectOfEvery(lists, ({ exchange }) => {
    const count = exchange.response.headers['count'];
    t.expect(count !== undefined, 'a Count header', 'none', exchange);
  });
});

async function listedItems(t: Examination): Promise<void> {
  await knownCustomer(t);
  t.control(idsOf(await t.send(listing())).length > 0, 'the list shows customers');
}

// That the body is an array at all is LST-01's.
function isItemFault(violation: Violation): boolean {
  return violation.kind === 'body' && violation.at !== '';
}
