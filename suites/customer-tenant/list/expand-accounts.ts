import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { assignEmail } from '../stage/collision.ts';
import { sharedColleague } from '../stage/company.ts';
import { crowdOf } from '../stage/crowd.ts';
import type { Customer } from '../stage/customer.ts';
import { expanded, expectOnce, listOf, shownOf } from '../stage/expanded.ts';
import { createFound, itemOf } from '../stage/found.ts';
import type { Json } from '../stage/json.ts';
import { putCustomer } from '../stage/put.ts';

requirement('LST-35', async (t) => {
  const { q, members } = await crowdOf(t);
  const customer = await createFound(t);
  const put = await putCustomer(t);
  const searches = {
    'one customer': { q: `contactEmail:${customer.email}`, customers: [customer] },
    'a customer made by PUT': { q: `contactEmail:${put.email}`, customers: [put] },
  };
  const several = q === undefined ? {} : { 'several customers': { q, customers: members } };
  await t.each({ ...searches, ...several }, async (search) => {
    await t.eventually(
      'each customer to be listed with an account whose id is its e-mail address',
      () => t.send(listing({ q: search.q, expand: 'accounts', pageSize: '100' })),
      (seen) => search.customers.every((each) => showsAccount(itemOf(seen, each), each.email)),
      shownOf('accounts', search.customers),
    );
  });
  if (q !== undefined) await expectExpandedOnPage2(t, q, members);
  if (t.claims('company')) await expectExpandedToColleagues(t);
  if (!t.claims('accounts-internal')) return;
  const second = await assignEmail(t, customer.number);
  await t.eventually(
    'the customer to be listed with both of its accounts',
    () => expanded(t, customer, 'accounts'),
    (seen) => [customer.email, second].every((email) => showsAccount(itemOf(seen, customer), email)),
    shownOf('accounts', [customer]),
  );
  await expectOnce(t, customer, 'accounts');
});

/** Members of a company see accounts, too; whether they see the customer is judged elsewhere. */
async function expectExpandedToColleagues(t: Examination): Promise<void> {
  const colleague = await sharedColleague(t);
  const look = (query: Readonly<Record<string, string>>) => () =>
    t.send(listing({ q: `contactEmail:${colleague.email}`, ...query }, 'readOwn'));
  await t.settled('a colleague is found', look({}), (seen) => itemOf(seen, colleague) !== undefined);
  await t.eventually(
    'a colleague to be listed with an account whose id is the e-mail address',
    look({ expand: 'accounts' }),
    (seen) => showsAccount(itemOf(seen, colleague), colleague.email),
    shownOf('accounts', [colleague]),
  );
}

/** Whom the second page shows is judged elsewhere. */
async function expectExpandedOnPage2(t: Examination, q: string, members: readonly Customer[]): Promise<void> {
  await t.eventually(
    'each customer on page 2 to be listed with its account',
    () => t.send(listing({ q, expand: 'accounts', pageSize: '2', pageNumber: '2' })),
    (seen) =>
      members.every((member) => {
        const item = itemOf(seen, member);
        return item === undefined || showsAccount(item, member.email);
      }),
    shownOf('accounts', members),
  );
}

function showsAccount(item: Json | undefined, email: string): boolean {
  return listOf(item, 'accounts').some(({ id }) => id === email);
}
