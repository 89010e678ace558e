import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, listing } from '../stage/calls.ts';
import type { Customer } from '../stage/customer.ts';
import { createFound, expectLeaves, itemOf } from '../stage/found.ts';
import { removeCustomer } from '../stage/removal.ts';

requirement('LST-39', async (t) => {
  const lastName = builderOf(t).marker();
  const [customer, neighbour] = await Promise.all([createFound(t, { lastName }), createFound(t, { lastName })]);
  const lists = {
    'a search by contactEmail': finding(customer.email),
    'a search by lastName': listing({ q: `lastName:${lastName}` }),
    'the newest customers': listing({ sort: 'metadataCreatedAt:desc', pageSize: '100' }),
    'a search by id': listing({ q: `id:(${customer.number},${neighbour.number})`, expand: 'accounts' }),
  };
  const before = await Promise.all(
    Object.entries(lists).map(async ([label, call]) => ({ label, call, seen: await t.send(call) })),
  );
  const showing = before.filter(({ seen }) => itemOf(seen, customer) !== undefined);
  await removeCustomer(t, customer.number);
  const calls = Object.fromEntries(showing.map(({ label, call }) => [label, call]));
  await t.each(calls, async (call) => expectLeaves(t, customer, call, 'the list that showed it'));
  await expectListed(t, neighbour);
});

async function expectListed(t: Examination, neighbour: Customer): Promise<void> {
  const seen = await t.send(finding(neighbour.email));
  t.control(itemOf(seen, neighbour) !== undefined, 'a customer that was not deleted is still listed');
}
