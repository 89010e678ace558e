import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { addAddress, CITY } from '../stage/address.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, listing } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import type { Customer } from '../stage/customer.ts';
import { expanded, expectOnce, listOf, shownOf } from '../stage/expanded.ts';
import { createFound, findsExactly, itemOf } from '../stage/found.ts';
import { asObject, itemsOf, show, type Json } from '../stage/json.ts';
import { createWithMixin, MIXIN, MIXIN_DATA } from '../stage/mixins.ts';

const OTHER_CITY = 'Tromsø';
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
    (seen) => hasAddress(itemOf(seen, customer)),
    shownOf('addresses', [customer]),
  );
  if (await addAddress(t, customer.number, OTHER_CITY)) await expectBothAddresses(t, customer);
  if (t.claims('company')) await expectShownToColleagues(t);
});

/** Expects whoever has two addresses to be listed with both, and once all the same. */
async function expectBothAddresses(t: Examination, customer: Customer): Promise<void> {
  await t.eventually(
    'the customer to be listed with both addresses',
    () => expanded(t, customer, 'addresses'),
    (seen) => [CITY, OTHER_CITY].every((city) => itemsOf(seen).some((item) => hasAddress(item, city))),
    shownOf('addresses', [customer]),
  );
  await expectOnce(t, customer, 'addresses');
}

/** Members of a company list each other with their addresses, too. */
async function expectShownToColleagues(t: Examination): Promise<void> {
  const colleague = await createColleague(t);
  if (!(await addAddress(t, colleague.number))) return t.note('no address can be added to a member of a company');
  const query = finding(colleague.email).query;
  const plain = () => t.send(listing(query, 'readOwn'));
  const { held } = await t.waitUntil(plain, (seen) => itemOf(seen, colleague) !== undefined);
  // Whether members of a company list each other at all is judged elsewhere.
  if (!held) return;
  const look = () => t.send(listing({ ...query, expand: 'addresses' }, 'readOwn'));
  const isShown = (seen: Exchange) => hasAddress(itemOf(seen, colleague));
  await t.eventually('a colleague to be listed with its address', look, isShown, shownOf('addresses', [colleague]));
}

function hasAddress(item: Json | undefined, wanted = CITY): boolean {
  return listOf(item, 'addresses').some(({ city }) => city === wanted);
}

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
  await expectMixinsOfBoth(t);
});

/** Not only the first of a list shows its mixins, where a search by lastName finds two. */
async function expectMixinsOfBoth(t: Examination): Promise<void> {
  const lastName = builderOf(t).marker();
  const customers = [await createWithMixin(t, { lastName }), await createWithMixin(t, { lastName })];
  const query = { q: `lastName:${lastName}` };
  const { held } = await t.waitUntil(
    () => t.send(listing(query)),
    (seen) => findsExactly(seen, customers),
  );
  if (!held) return t.note('a search by lastName does not find two customers');
  await t.eventually(
    `both customers to be listed with mixins.${MIXIN}`,
    () => t.send(listing({ ...query, expand: 'mixin:*' })),
    (seen) => customers.every((customer) => asObject(itemOf(seen, customer)?.['mixins'])[MIXIN] !== undefined),
    shownOf('mixins', customers),
  );
}

/** The attributes that a listed customer shows with content. */
function filled(item: Json | undefined): string[] {
  return ATTRIBUTES.filter((name) => {
    const value = item?.[name];
    return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  });
}
