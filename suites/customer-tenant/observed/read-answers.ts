import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createdNumber, isGone } from '../stage/customer.ts';
import { bodyOf } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { controlUnknown } from '../stage/unknown.ts';

requirement('GET-01', async (t) => {
  if (t.claims('writes')) await expectCreatedIsRead(t);
  else t.expectStatus(await t.send(reading(await knownCustomer(t))), 200);
  const answers = acceptedAnswers(t, 'GET');
  if (answers.some(({ exchange }) => exchange.response.status !== 200)) await controlUnknown(t);
  expectOfEvery(answers, ({ exchange }) => t.expectStatus(exchange, 200));
  expectNone(t, answers, () => true);
});

/** Every other requirement takes reading for granted, so this one goes without the usual fixture. */
async function expectCreatedIsRead(t: Examination): Promise<void> {
  const profile = builderOf(t).profile();
  const number = createdNumber(t, await t.send(creating(profile)));
  const look = () => t.send(reading(number));
  const found = await t.waitUntil(look, (seen) => !isGone(seen), 'the created customer to be found');
  t.control(found.held, 'the created customer is found');
  await t.eventually(
    'the created customer to be read with status 200 as one JSON object',
    look,
    (seen) => seen.response.status === 200 && bodyOf(seen)['contactEmail'] === profile.contactEmail,
  );
}
