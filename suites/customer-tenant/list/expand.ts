import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { addAddress } from '../stage/address.ts';
import { finding, listing } from '../stage/calls.ts';
import { assignEmail } from '../stage/collision.ts';
import { sharedColleague } from '../stage/company.ts';
import { crowdOf } from '../stage/crowd.ts';
import type { Customer } from '../stage/customer.ts';
import { createFound, itemOf } from '../stage/found.ts';
import { asObject, itemsOf, objectsIn, show, type Json } from '../stage/json.ts';
import { putCustomer } from '../stage/put.ts';
import { createWithMixin, MIXIN, MIXIN_DATA } from '../stage/mixins.ts';

const ATTRIBUTES = ['addresses', 'accounts', 'mixins'];

requirement('LST-33', async (t) => {
  const customer = await createWithMixin(t);
  await addAddress(t, customer.number);
  await t.settled(
    'the customer has something that expand shows',
    () => expanded(t, customer, 'addresses,accounts,mixin:*'),
    (seen) => filled(itemOf(seen, customer)).length > 0,
  );
  for (const plain of [await t.send(finding(customer.email)), await t.send(listing())]) {
    const attributes = [...new Set(itemsOf(plain).flatMap((item) => filled(item)))];
    t.expect(attributes.length === 0, 'addresses, accounts and mixins absent or empty', attributes.join(', '), plain);
  }
});

requirement('LST-34', async (t) => {
  const customer = await createFound(t);
  t.control(await addAddress(t, customer.number), 'an address can be added to the customer');
  await t.eventually(
    'the customer to be listed with its address',
    () => expanded(t, customer, 'addresses'),
    (seen) => listOf(itemOf(seen, customer), 'addresses').some((address) => address['city'] === 'Bergen'),
    shownOf('addresses', [customer]),
  );
  if (await addAddress(t, customer.number)) await expectOnce(t, customer, 'addresses');
});

/** Expects whoever has several of what is expanded to be listed once all the same. */
async function expectOnce(t: Examination, customer: Customer, expand: string): Promise<void> {
  const look = () => expanded(t, customer, expand);
  await t.settled('both are shown', look, (seen) => {
    return itemsOf(seen).some((item) => listOf(item, expand).length > 1) || itemsOf(seen).length > 1;
  });
  const seen = await look();
  t.expect(itemsOf(seen).length === 1, 'the customer once', `${itemsOf(seen).length} times`, seen);
}

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

requirement('LST-36', async (t) => {
  const customer = await createWithMixin(t);
  for (const expand of ['mixin:*', 'accounts,mixin:*']) {
    await t.eventually(
      `the customer to be listed with mixins.${MIXIN} ${show(MIXIN_DATA)}`,
      () => expanded(t, customer, expand),
      (seen) => {
        const mixin = asObject(asObject(itemOf(seen, customer)?.['mixins'])[MIXIN]);
        return Object.entries(MIXIN_DATA).every(([name, value]) => mixin[name] === value);
      },
      shownOf('mixins', [customer]),
    );
  }
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

/** Tells what some customers are listed with; undefined for what is no list. */
function shownOf(attribute: string, customers: readonly Customer[]): (seen: Exchange) => string | undefined {
  return (seen) => {
    const told = customers.map((customer) => {
      const item = itemOf(seen, customer);
      return `${customer.email} ${item === undefined ? 'not listed' : `with ${attribute} ${show(item[attribute])}`}`;
    });
    return Array.isArray(seen.response.json) ? told.join(', ') : undefined;
  };
}

function expanded(t: Examination, customer: Customer, expand: string): Promise<Exchange> {
  return t.send(listing({ q: `contactEmail:${customer.email}`, expand }));
}

function listOf(item: Json | undefined, name: string): Json[] {
  return objectsIn(item?.[name]);
}

/** The attributes that a listed customer shows with content. */
function filled(item: Json | undefined): string[] {
  return ATTRIBUTES.filter((name) => {
    const value = item?.[name];
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  });
}
