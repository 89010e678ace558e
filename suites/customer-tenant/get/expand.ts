import { isDeepStrictEqual } from 'node:util';
import { requirement } from '../../../src/conformance/requirement.ts';
import { addAddress } from '../stage/address.ts';
import { reading } from '../stage/calls.ts';
import { asObject, bodyOf, objectsIn, show, type Json } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createWithMixin, MIXIN } from '../stage/mixins.ts';
import { undisturbed } from '../stage/undisturbed.ts';
import { versionIn } from '../stage/version.ts';

const ALL = ['addresses', 'accounts', 'mixin:*'] as const;

requirement('GET-08', async (t) => {
  const { number } = await createWithMixin(t);
  const look = () => t.send(reading(number, { expand: 'mixin:*' }));
  await t.settled('the mixin is shown with expand=mixin:*', look, (seen) => showsMixin(bodyOf(seen)));
  const plain = await t.send(reading(number));
  const { mixins } = bodyOf(plain);
  t.expect(Object.keys(asObject(mixins)).length === 0, 'no filled mixins', show(mixins), plain);
});

requirement('GET-09', async (t) => {
  const { number, email } = await createWithMixin(t);
  const hasAddress = await addAddress(t, number);
  const isShown: Readonly<Record<string, (body: Json) => boolean>> = {
    accounts: ({ accounts }) => objectsIn(accounts).some(({ id }) => id === email),
    'mixin:*': showsMixin,
    addresses: ({ addresses }) => Array.isArray(addresses) && (addresses.length > 0 || !hasAddress),
  };
  await t.each(isShown, async (holds, expand) => {
    const look = () => t.send(reading(number, { expand }));
    await t.eventually(`what expand=${expand} names to be shown`, look, (seen) => holds(bodyOf(seen)));
  });
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

function showsMixin({ mixins }: Json): boolean {
  return asObject(mixins)[MIXIN] !== undefined;
}
