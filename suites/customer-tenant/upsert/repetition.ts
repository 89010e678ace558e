import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { accountsIn, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { bodyOf, differingNames, show } from '../stage/json.ts';
import { expectStored, isStored } from '../stage/stored.ts';

requirement('UPS-06', async (t) => {
  const [number, profile] = [builderOf(t).number(), builderOf(t).profile()];
  const other = await createCustomer(t);
  const update = await t.send(upserting(other.number, { ...other.profile, company: builderOf(t).marker() }));
  t.controlAccepted(update, 'a PUT that updates');
  const seen: Exchange[] = [];
  let accounts: readonly string[] | undefined;
  for (const time of ['the first', 'the second', 'the third']) {
    const put = await t.send(upserting(number, profile));
    if (time === 'the first') t.controlAccepted(put, 'a PUT that creates');
    // With which status an update is answered is UPS-03's.
    else t.expectStatus(put, update.response.status);
    const look = () => t.send(reading(number));
    // What a PUT stores at all is judged elsewhere.
    if (time === 'the first') await t.settled('the first PUT is read', look, (read) => isStored(read, { ...profile }));
    seen.push(await expectStored(t, number, { ...profile }));
    if (time === 'the first') accounts = await settledAccounts(t, number, profile.contactEmail);
  }
  if (accounts !== undefined) await expectSameAccounts(t, number, accounts);
  const [first = {}, ...later] = seen.map((each) => profileOf(bodyOf(each)));
  const changed = later.flatMap((state) => differingNames(first, state).map((name) => `${name} ${show(state[name])}`));
  t.expect(changed.length === 0, `the customer as after the first PUT: ${show(first)}`, changed.join(', '), ...seen);
});

/** The accounts of a customer as soon as its own is among them; undefined where it never is, which is judged elsewhere. */
async function settledAccounts(t: Examination, number: string, email: string): Promise<readonly string[] | undefined> {
  const look = () => t.send(readingAccounts(number));
  const { seen, held } = await t.waitUntil(look, (read) => accountsIn(read).includes(email));
  return held ? accountsIn(seen) : undefined;
}

async function expectSameAccounts(t: Examination, number: string, accounts: readonly string[]): Promise<void> {
  const isSame = (read: Exchange) => isDeepStrictEqual(accountsIn(read), accounts);
  const { seen, held } = await t.waitUntil(() => t.send(readingAccounts(number)), isSame);
  t.expect(held, `the accounts as after the first PUT: ${accounts.join(', ')}`, accountsIn(seen).join(', '), seen);
}
