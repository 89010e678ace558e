import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, patching, reading } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { asObject, bodyOf, show, type Json } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createWithMixin } from '../stage/mixins.ts';
import { undisturbed } from '../stage/undisturbed.ts';
import { versionIn } from '../stage/version.ts';

const EXPANDED = { expand: 'addresses,accounts,mixin:*' };

requirement('GET-13', async (t) => {
  const { number, before } = t.claims('writes')
    ? await createInactive(t)
    : { number: await knownCustomer(t), before: [] };
  const queries = [{}, EXPANDED, { expand: 'accounts' }, {}, {}];
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
    for (const query of [{}, EXPANDED]) await t.send(reading(number, query, 'readOwn'));
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
