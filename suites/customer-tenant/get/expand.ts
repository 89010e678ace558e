import { isDeepStrictEqual } from 'node:util';
import { requirement } from '../../../src/conformance/requirement.ts';
import { accountsIn, readingAccounts } from '../stage/accounts.ts';
import { addAddress } from '../stage/address.ts';
import { reading } from '../stage/calls.ts';
import { asObject, bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createWithMixin, MIXIN } from '../stage/mixins.ts';
import { undisturbed } from '../stage/undisturbed.ts';
import { versionIn } from '../stage/version.ts';

const ALL = ['addresses', 'accounts', 'mixin:*'] as const;

requirement('GET-08', async (t) => {
  const { number } = await createWithMixin(t);
  const expanded = await t.send(reading(number, { expand: 'mixin:*' }));
  t.control(asObject(bodyOf(expanded)['mixins'])[MIXIN] !== undefined, 'the mixin is shown with expand=mixin:*');
  const plain = await t.send(reading(number));
  const { mixins } = bodyOf(plain);
  t.expect(Object.keys(asObject(mixins)).length === 0, 'no filled mixins', show(mixins), plain);
});

requirement('GET-09', async (t) => {
  const { number, email } = await createWithMixin(t);
  const hasAddress = await addAddress(t, number);
  const accounts = await t.send(readingAccounts(number));
  t.expect(
    accountsIn(accounts).includes(email),
    `accounts with the id ${email}`,
    show(bodyOf(accounts)['accounts']),
    accounts,
  );
  const mixed = await t.send(reading(number, { expand: 'mixin:*' }));
  const { mixins } = bodyOf(mixed);
  t.expect(asObject(mixins)[MIXIN] !== undefined, `mixins with ${MIXIN}`, show(mixins), mixed);
  const addressed = await t.send(reading(number, { expand: 'addresses' }));
  const { addresses } = bodyOf(addressed);
  const fits = Array.isArray(addresses) && (addresses.length > 0 || !hasAddress);
  t.expect(fits, 'addresses', show(addresses), addressed);
});

requirement('GET-10', async (t) => {
  const number = t.claims('writes') ? (await createWithMixin(t)).number : await knownCustomer(t);
  const [addresses, accounts, mixins] = ALL;
  const orders = [
    [addresses, accounts, mixins],
    [mixins, accounts, addresses],
    [accounts, mixins, addresses],
  ];
  const look = () => Promise.all(orders.map((values) => t.send(reading(number, { expand: values.join(',') }))));
  const { seen, held } = await undisturbed(look, ([first, ...others]) =>
    others.every((other) => isDeepStrictEqual(other.response.json, first?.response.json)),
  );
  for (const answer of seen) t.controlAccepted(answer, 'reading with expand');
  t.expect(
    held,
    'the same customer in every order of expand',
    seen.map(({ response }) => show(response.json)).join(' and '),
    ...seen,
  );
});

requirement('GET-13', async (t) => {
  const number = t.claims('writes') ? (await createWithMixin(t)).number : await knownCustomer(t);
  const read = (query = {}) => t.send(reading(number, query));
  const look = async () => [
    await read(),
    await read({ expand: ALL.join(',') }),
    await read({ expand: 'accounts' }),
    await read(),
  ];
  const { seen, held } = await undisturbed(look, (reads) => new Set(reads.map((each) => versionIn(each))).size === 1);
  const versions = seen.map((each) => versionIn(each));
  t.control(
    versions.every((version) => Number.isInteger(version)),
    'a customer shows its version',
  );
  t.expect(held, 'the version to stay as it was', versions.join(', '), ...seen);
});
