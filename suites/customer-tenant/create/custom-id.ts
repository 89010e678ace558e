import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { describeAnswer, isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber, type Customer } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { createByPut } from '../stage/put.ts';
import { removeCustomer } from '../stage/removal.ts';

const LONGEST = 66;

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

requirement('CRE-15', async (t) => {
  const { number, stored } = await createUnder(t, builderOf(t).number());
  const second = builderOf(t).profile();
  const refused = await t.send(creating({ ...second, id: number }));
  t.expectStatus(refused, 409);
  await expectUnchanged(t, number, stored, refused);
  await expectNobodyHas(t, second.contactEmail, refused);
  const other = { ...builderOf(t).profile(), id: builderOf(t).number() };
  t.controlAccepted(await t.send(creating(other)), 'a creation with an id and an e-mail of its own');
  const again = await t.send(creating({ ...second, id: builderOf(t).number() }));
  t.expect(again.response.status !== 409, 'the e-mail of a refused creation to be free', 'status 409', refused, again);
  const { contactEmail: _, ...nameless } = builderOf(t).profile();
  const silent = await t.send(creating({ ...nameless, id: number }));
  t.expect(isRefused(silent), 'a taken id to be refused without an e-mail, too', describeAnswer(silent), silent);
  const put = await createByPut(t, {});
  if (put !== undefined) t.expectStatus(await t.send(creating({ ...builderOf(t).profile(), id: put })), 409);
  if (!t.claims('company')) return;
  const colleague = await createUnder(t, builderOf(t).number(), 'manageOwn');
  t.expectStatus(await t.send(creating({ ...builderOf(t).profile(), id: colleague.number }, 'manageOwn')), 409);
});

requirement('CRE-16', async (t) => {
  await expectCreatedUnder(t, padded(t, LONGEST));
});

requirement('CRE-17', async (t) => {
  const id = builderOf(t).number();
  // Not one of 66 characters: whether that is taken is judged elsewhere, and only as a SHOULD.
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id })), 'a shorter id');
  await expectRefusedIds(t, { '67 characters': padded(t, LONGEST + 1) });
});

requirement('CRE-18', async (t) => {
  const id = builderOf(t).number();
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id })), 'an id of letters, digits and hyphens');
  await expectRefusedIds(t, {
    'an empty id': '',
    'an id with a space': `${id} b`,
    'an id with a line break at its end': `${id}\n`,
    'an id with a slash': `${id}/b`,
    'an id with a dot': `${id}.b`,
    'an id with an umlaut': `${id}ä`,
  });
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

requirement('CRE-36', async (t) => {
  const { number } = await createUnder(t, builderOf(t).number());
  await removeCustomer(t, number);
  const refused = await t.send(creating({ ...builderOf(t).profile(), id: number }));
  const received = `status ${refused.response.status}`;
  t.expect(isRefused(refused), 'the number of a deleted customer to be refused', received, refused);
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id: builderOf(t).number() })));
});

/** Creates a customer under an id of the caller's choice. Throws Untestable where it is given another. */
async function createUnder(t: Examination, id: string, as?: PrincipalName): Promise<Customer> {
  const customer = await createCustomer(t, { id }, as);
  t.control(customer.number === id, 'a custom id is kept');
  return customer;
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

/** Expects a customer that is created under an id to show it. */
async function expectIdShown(t: Examination, id: string, as?: PrincipalName, query?: Call['query']): Promise<void> {
  const seen = await expectCreatedUnder(t, id, as, query);
  const shown = bodyOf(seen)['id'];
  t.expect(shown === undefined || shown === id, `the id ${id}`, show(shown), seen);
}

/** Expects creations under these ids to be answered 400 and to create nobody. */
async function expectRefusedIds(t: Examination, ids: Readonly<Record<string, string>>): Promise<void> {
  const emails: string[] = [];
  await t.each(ids, async (id) => {
    const profile = { ...builderOf(t).profile(), id };
    emails.push(profile.contactEmail);
    t.expectStatus(await t.send({ ...creating(profile), invalid: true }), 400);
  });
  await expectNobodyHas(t, emails);
}

function padded(t: Examination, length: number): string {
  return `${builderOf(t).marker()}${'x'.repeat(length)}`.slice(0, length);
}
