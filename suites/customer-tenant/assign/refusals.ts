import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { accountsIn, accountShown, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, reading } from '../stage/calls.ts';
import { createCustomer, isGone } from '../stage/customer.ts';
import { expectNobodyAt } from '../stage/nobody.ts';
import { removeCustomer } from '../stage/removal.ts';

const MALFORMED = ['{"email":', '{"email": "a@example.com"', "{'email': 'a@example.com'}", 'email'];

requirement('ASG-04', async (t) => {
  const email = builderOf(t).email();
  await expectBad(t, {
    'an empty object': { json: {} },
    'an email that is null': { json: { email: null } },
    'another member': { json: { mail: email, contactEmail: email } },
  });
});

requirement('ASG-05', async (t) => {
  const email = builderOf(t).email();
  await expectBad(t, { 'an object': { json: { email: { id: email } } }, 'an array': { json: { email: [email] } } });
});

requirement('ASG-05a', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(assigning(number, builderOf(t).email())), 'a right assignment');
  await t.each({ 'a number': 5, 'a boolean': true }, async (email) => {
    t.expectStatus(await t.send({ ...assigning(number, ''), json: { email }, invalid: true }), 400);
  });
});

requirement('ASG-06', async (t) => {
  const bodies = Object.fromEntries(MALFORMED.map((body) => [body, { body }]));
  const [email, other] = [builderOf(t).email(), builderOf(t).email()];
  await expectBad(t, {
    'no body': { json: undefined },
    ...bodies,
    'a right body with more behind it': { body: `${JSON.stringify({ email })} more` },
    'an array of a right body': { json: [{ email: other }] },
  });
});

requirement('ASG-07', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(assigning(number, builderOf(t).email())), 'a right assignment');
  const wrong = {
    'a word': 'nobody',
    'an empty text': '',
    'no local part': '@example.com',
    'two at signs': 'a@b@example.com',
  };
  await t.each(wrong, async (email) => {
    t.expectStatus(await t.send({ ...assigning(number, email), invalid: true }), 400);
  });
});

requirement('ASG-08', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(assigning(number, builderOf(t).email())), 'a right assignment');
  const email = builderOf(t).email();
  const unknown = builderOf(t).number();
  const refused = await t.send(assigning(unknown, email));
  t.expectStatus(refused, 404);
  await expectNobodyAt(t, unknown, refused);
  const created = await t.send(creating({ ...builderOf(t).profile(), contactEmail: email }));
  t.expect(
    isAccepted(created),
    'the refused e-mail to be free still',
    `status ${created.response.status}`,
    refused,
    created,
  );
  await removeCustomer(t, number);
  const late = await t.send(assigning(number, builderOf(t).email()));
  t.expectStatus(late, 404);
  const seen = await t.send(reading(number));
  t.expect(isGone(seen), 'a deleted customer to stay gone', `status ${seen.response.status}`, late, seen);
});

requirement('ASG-14', async (t) => {
  const { number, email } = await createCustomer(t);
  const answer = await t.send({ ...assigning(number, builderOf(t).email()), invalid: true });
  t.expect(
    !isAccepted(answer),
    'an operation that is gone not to be served',
    `status ${answer.response.status}`,
    answer,
  );
  const seen = await t.send(readingAccounts(number));
  const accounts = accountsIn(seen).filter((account) => account !== email);
  t.expect(accounts.length === 0, 'no further account', accounts.join(', '), seen);
});

/** Expects assignments with these bodies to be answered 400 and to add no account; a right one is accepted. */
async function expectBad(t: Examination, cases: Readonly<Record<string, Partial<Call>>>): Promise<void> {
  const { number } = await createCustomer(t);
  const assigned = builderOf(t).email();
  t.controlAccepted(await t.send(assigning(number, assigned)), 'a right assignment');
  const before = accountsIn(await accountShown(t, number, assigned));
  const refused: Exchange[] = [];
  await t.each(cases, async (body) => {
    const { json: _, ...call } = assigning(number, '');
    const answer = await t.send({ ...call, ...body, invalid: true });
    refused.push(answer);
    t.expectStatus(answer, 400);
  });
  const email = builderOf(t).email();
  t.controlAccepted(await t.send(assigning(number, email)));
  const known = [...before, email];
  const added = accountsIn(await accountShown(t, number, email)).filter((account) => !known.includes(account));
  t.expect(added.length === 0, 'refused assignments to add no account', added.join(', '), ...refused);
}
