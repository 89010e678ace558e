import type { Examination } from '../../../src/conformance/examination.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createdNumber } from '../stage/customer.ts';
import { bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';

requirement('GET-02', async (t) => {
  const { number, email } = t.claims('writes')
    ? await createUnread(t)
    : { number: await knownCustomer(t), email: undefined };
  const look = () => t.send(reading(number));
  const seen = await t.settled('the customer is read', look, isAccepted);
  const { id, customerNumber, contactEmail } = bodyOf(seen);
  const named = { id, customerNumber };
  const areTexts = typeof id === 'string' && typeof customerNumber === 'string';
  t.expect(areTexts, 'id and customerNumber to be strings', show(named), seen);
  t.expect(id === number || customerNumber === number, `the customer with the number ${number}`, show(named), seen);
  const isIt = email === undefined || contactEmail === email;
  t.expect(isIt, `the customer with the contactEmail ${email}`, show(contactEmail), seen);
  const expanded = await t.send(reading(number, { expand: 'accounts' }));
  t.controlAccepted(expanded, 'reading the customer with expand');
  const other = bodyOf(expanded);
  const isSame = other['id'] === id && other['customerNumber'] === customerNumber;
  t.expect(isSame, `the customer ${number} with expand=accounts too`, show(other), expanded);
});

requirement('GET-14', async (t) => {
  const number = await knownCustomer(t);
  const reserved = ['/', ' ', '%', '?', '#', '"', '<', '\\', '+', ';', 'ä', '%00', '\u{1F600}'];
  const numbers = Object.fromEntries(reserved.map((character) => [show(character), `a${character}b`]));
  await t.each(numbers, async (strange) => {
    const answer = await t.send({ ...reading(strange), invalid: true });
    const { status } = answer.response;
    t.expect(status < 500, 'no server error', `status ${status}`, answer);
  });
  t.controlAccepted(await t.send(reading(number)), 'reading a customer that exists');
});

/** A customer that nobody has read yet, so that a wrong answer is met here. Throws Untestable. */
async function createUnread(t: Examination): Promise<{ readonly number: string; readonly email: string }> {
  const profile = builderOf(t).profile();
  return { number: createdNumber(t, await t.send(creating(profile))), email: profile.contactEmail };
}
