import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { addAddress } from '../stage/address.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, patching, reading } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { declaredIn } from '../stage/declared.ts';
import { asObject, bodyOf, objectsIn, pick, show, type Json } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createWithMixin, MIXED, MIXIN } from '../stage/mixins.ts';
import { controlSteady } from '../stage/steady.ts';
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
      return holds(body) && body['contactEmail'] === email;
    });
  });
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
  const look = () => Promise.all(orders.map((values) => t.send(reading(number, { expand: values.join(',') }))));
  const { seen, held } = await undisturbed(t, look, (reads) => differing(t, reads).length === 0);
  for (const answer of seen) t.controlAccepted(answer, 'reading with expand');
  if (!held) await controlSteady(t, number);
  t.expect(
    held,
    'the same customer in every order of expand',
    seen.map((read) => show(pick(bodyOf(read), differing(t, seen)))).join(' and '),
    ...seen,
  );
});

requirement('GET-13', async (t) => {
  const { number, before } = t.claims('writes')
    ? await createInactive(t)
    : { number: await knownCustomer(t), before: [] };
  const queries = [{}, { expand: ALL.join(',') }, { expand: 'accounts' }, {}, {}];
  const look = async () => {
    const reads: Exchange[] = [...before];
    for (const query of queries) reads.push(await t.send(reading(number, query)));
    return reads;
  };
  const { seen, held } = await undisturbed(t, look, (reads) => new Set(reads.map((read) => stateIn(read))).size === 1);
  t.control(
    seen.every((read) => Number.isInteger(versionIn(read))),
    'a customer shows its version',
  );
  t.expect(held, 'a customer to stay as it was', seen.map((read) => stateIn(read)).join(' then '), ...seen);
  if (!t.claims('writes')) return;
  await expectUntouchedAtFirst(t);
  if (t.claims('company')) await expectUntouchedByColleague(t);
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

/** Expects the first read of all to leave a customer as it was. */
async function expectUntouchedAtFirst(t: Examination): Promise<void> {
  const { number, stored } = await createCustomer(t);
  const again = await t.send(reading(number));
  t.controlAccepted(again, 'reading the customer again');
  const [was, is] = [flagsIn(stored), flagsIn(bodyOf(again))];
  if (was === is) return;
  // What changes of itself, soon after a creation, is no matter of reading.
  const unread = createdNumber(t, await t.send(creating(builderOf(t).profile())));
  await createCustomer(t);
  const late = bodyOf(await t.send(reading(unread)));
  t.control(flagsIn(late) === was, 'a customer that nobody reads stays as it was created');
  t.expect(false, `a customer to stay as it was first read: ${was}`, is, again);
}

/** Expects reads by somebody of the same company to leave a customer as it was. */
async function expectUntouchedByColleague(t: Examination): Promise<void> {
  const { number } = await sharedColleague(t);
  const look = async () => {
    const before = await t.send(reading(number));
    for (const query of [{}, { expand: ALL.join(',') }]) await t.send(reading(number, query, 'readOwn'));
    return [before, await t.send(reading(number))];
  };
  const { seen, held } = await undisturbed(t, look, (reads) => new Set(reads.map((read) => stateIn(read))).size === 1);
  t.expect(held, 'a customer to stay as it was', seen.map((read) => stateIn(read)).join(' then '), ...seen);
}

/** A customer that reading might well wake up. */
async function createInactive(t: Examination): Promise<{ readonly number: string; readonly before: Exchange[] }> {
  const { number } = await createWithMixin(t);
  t.controlAccepted(await t.send(patching(number, { active: false, onHold: true })), 'a change');
  const look = () => t.send(reading(number));
  const seen = await t.settled('the change is read', look, ({ response }) => {
    const { active, onHold } = asObject(response.json);
    return active === false && onHold === true;
  });
  return { number, before: [seen] };
}

function flagsIn(customer: Json): string {
  const { active, onHold, metadata } = customer;
  return show({ version: asObject(metadata)['version'], active, onHold });
}

function stateIn(read: Exchange): string {
  const { active, onHold, contactEmail } = bodyOf(read);
  return show({ version: versionIn(read), active, onHold, contactEmail });
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
