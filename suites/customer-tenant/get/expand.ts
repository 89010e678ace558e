import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { addAddress } from '../stage/address.ts';
import { builderOf } from '../stage/builder.ts';
import { reading } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { createCustomer } from '../stage/customer.ts';
import { declaredIn } from '../stage/declared.ts';
import { asObject, bodyOf, differingNames, objectsIn, pick, show, type Json } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createWithMixin, MIXED, MIXIN } from '../stage/mixins.ts';
import { controlSteady } from '../stage/steady.ts';
import { undisturbed } from '../stage/undisturbed.ts';

// What nobody but this check changes.
const BESIDE = ['firstName', 'lastName', 'company', 'contactPhone', 'preferredCurrency', 'active'];
const ALL = ['addresses', 'accounts', 'mixin:*'] as const;

requirement('GET-08', async (t) => {
  const { number } = await createWithMixin(t);
  const look = () => t.send(reading(number, { expand: 'mixin:*' }));
  await t.settled('the mixin is shown with expand=mixin:*', look, (seen) => showsMixin(bodyOf(seen)));
  const created = await t.send(reading(number));
  const changed = await changeCustomer(t, number, { company: builderOf(t).marker() });
  for (const plain of [created, changed]) {
    const { mixins } = bodyOf(plain);
    t.expect(Object.keys(asObject(mixins)).length === 0, 'no filled mixins', show(mixins), plain);
  }
});

requirement('GET-09', async (t) => {
  const { number, email, stored } = await createWithMixin(t);
  const plain = pick(stored, BESIDE);
  const hasAddress = await addAddress(t, number);
  const showsAccount = ({ accounts }: Json) => objectsIn(accounts).some(({ id }) => id === email);
  const isShown: Readonly<Record<string, (body: Json) => boolean>> = {
    accounts: showsAccount,
    'mixin:*': showsMixin,
    'accounts,mixin:*': (body) => showsAccount(body) && showsMixin(body),
    addresses: ({ addresses }) => Array.isArray(addresses) && (addresses.length > 0 || !hasAddress),
  };
  await t.each(isShown, async (holds, expand) => {
    const look = () => t.send(reading(number, { expand }));
    await t.eventually(`what expand=${expand} names to be shown beside the profile`, look, (seen) => {
      const body = bodyOf(seen);
      return holds(body) && body['contactEmail'] === email && differingNames(plain, body).length === 0;
    });
  });
  const { number: bare } = await createCustomer(t);
  const read = await t.send(reading(bare, { expand: 'mixin:*' }));
  t.expect(!showsMixin(bodyOf(read)), 'no mixin of a customer who has none', show(bodyOf(read)['mixins']), read);
  if (t.claims('company')) await expectShownToColleague(t);
});

requirement('GET-10', async (t) => {
  const number = t.claims('writes') ? (await createWithMixin(t)).number : await knownCustomer(t);
  const [addresses, accounts, mixins] = ALL;
  const orders = [
    [addresses, accounts, mixins],
    [mixins, accounts, addresses],
    [accounts, mixins, addresses],
  ];
  const look = async () => {
    const reads = await Promise.all(orders.map((values) => t.send(reading(number, { expand: values.join(',') }))));
    return { reads, wrong: differing(t, reads) };
  };
  const { seen, held } = await undisturbed(t, look, ({ wrong }) => wrong.length === 0);
  for (const answer of seen.reads) t.controlAccepted(answer, 'reading with expand');
  if (!held) await controlSteady(t, number);
  const received = seen.reads.map((read) => show(pick(bodyOf(read), seen.wrong))).join(' and ');
  t.expect(held, 'the same customer in every order of expand', received, ...seen.reads);
});

/** Expects somebody of the same company to be shown mixins as well. */
async function expectShownToColleague(t: Examination): Promise<void> {
  const { number } = await createCustomer(t, MIXED, 'manageOwn');
  const query = { expand: 'mixin:*' };
  await t.settled(
    'the mixin of a colleague is shown',
    () => t.send(reading(number, query)),
    (seen) => showsMixin(bodyOf(seen)),
  );
  const look = () => t.send(reading(number, query, 'readOwn'));
  const seen = await t.settled('a colleague is read', look, isAccepted);
  if (showsMixin(bodyOf(seen))) return;
  await t.eventually('the mixins to be shown to a colleague, too', look, (again) => showsMixin(bodyOf(again)));
}

/** The names of the declared members that not all reads show alike. */
function differing(t: Examination, reads: readonly Exchange[]): string[] {
  const shown = reads.map((read) => declaredIn(t, bodyOf(read)));
  const names = new Set(shown.flatMap((customer) => Object.keys(customer)));
  return [...names].filter((name) => shown.some((customer) => !isDeepStrictEqual(customer[name], shown[0]?.[name])));
}

function showsMixin({ mixins }: Json): boolean {
  return asObject(mixins)[MIXIN] !== undefined;
}
