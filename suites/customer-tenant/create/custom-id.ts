import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createdNumber } from '../stage/customer.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { longId } from '../stage/long-id.ts';

requirement('CRE-14', async (t) => {
  const id = `Ab_Z-9_${builderOf(t).number()}`;
  await expectIdShown(t, id);
  await expectIdShown(t, `_${id}-`);
  await expectIdShown(t, builderOf(t).digits());
  await expectIdShown(t, `00${builderOf(t).digits()}`);
  if (t.claims('mail')) await expectIdShown(t, `${id}-told`, 'manage', {});
  if (!t.claims('company')) return;
  await sharedColleague(t);
  await expectIdShown(t, `${id}-own`, 'manageOwn');
});

requirement('CRE-16', async (t) => {
  await expectCreatedUnder(t, longId(t));
});

requirement('CRE-19', async (t) => {
  const profiles = [builderOf(t).profile(), builderOf(t).profile(), builderOf(t).profile()];
  const created = await Promise.all(profiles.map((profile) => t.send(creating(profile))));
  const numbers = created.map((answer) => createdNumber(t, answer));
  t.expect(new Set(numbers).size === numbers.length, 'three ids that differ', numbers.join(', '), ...created);
  await t.settled(
    'a created customer is read under its id',
    () => t.send(reading(numbers[0] ?? '')),
    (seen) => isAccepted(seen) && bodyOf(seen)['contactEmail'] === profiles[0]?.contactEmail,
  );
});

/** Expects a customer that is created under an id to show it. */
async function expectIdShown(t: Examination, id: string, as?: PrincipalName, query?: Call['query']): Promise<void> {
  const seen = await expectCreatedUnder(t, id, as, query);
  const shown = bodyOf(seen)['id'];
  t.expect(shown === undefined || shown === id, `the id ${id}`, show(shown), seen);
}

/** Expects a customer to be created and read under exactly this id. */
async function expectCreatedUnder(
  t: Examination,
  id: string,
  as: PrincipalName = 'manage',
  query?: Call['query'],
): Promise<Exchange> {
  await knownCustomer(t);
  const profile = { ...builderOf(t).profile(), id };
  const created = await t.send(creating(profile, as, query));
  controlEntitled(t, created);
  t.expectAccepted(created);
  const number = createdNumber(t, created);
  t.expect(number === id, `the id ${id}`, number, created);
  return t.eventually(
    `the customer to be read under ${id}`,
    () => t.send(reading(id)),
    (read) => isAccepted(read) && bodyOf(read)['contactEmail'] === profile.contactEmail,
  );
}
