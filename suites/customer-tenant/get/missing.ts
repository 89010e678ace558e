import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { listedCustomer } from '../stage/listed-customer.ts';

requirement('GET-03', async (t) => {
  // Both make sure that somebody can be read, and neither asks what an unknown number is answered.
  await (t.claims('writes') ? createCustomer(t) : listedCustomer(t));
  t.expectStatus(await t.send(reading(builderOf(t).number())), 404);
  if (t.claims('writes')) await expectWholeNumber(t);
});

/** A number that another one begins with is unknown, too, and so is one that begins like another. */
async function expectWholeNumber(t: Examination): Promise<void> {
  const number = builderOf(t).number();
  const put = await t.send(upserting(number, { contactEmail: builderOf(t).email() }));
  // Whether a PUT creates is judged elsewhere.
  if (!isAccepted(put)) return;
  await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  await t.each({ 'one character less': number.slice(0, -1), 'more behind it': `${number}_x` }, async (other) => {
    t.expectStatus(await t.send(reading(other)), 404);
  });
  // No number may hold a dot, so it may be refused as such.
  t.expectStatus(await t.send({ ...reading(`${number}.x`), invalid: true }), 404, 400);
}

requirement('GET-04', async (t) => {
  const missing = await t.send(reading(builderOf(t).number()));
  t.controlAccepted(await t.send(reading(await knownCustomer(t))), 'reading a customer that exists');
  t.control(missing.response.status === 404, 'an unknown number is answered 404');
  t.expectValue('#/components/schemas/ErrorMessageStrict', missing);
  const { status } = bodyOf(missing);
  t.expect(status === 404, 'the status 404 in the body', show(status), missing);
});
