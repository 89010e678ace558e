import { requirement } from '../../../src/conformance/requirement.ts';
import { acceptedAnswers, expectNone, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, finding, listing, reading } from '../stage/calls.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import { bodyOf } from '../stage/json.ts';

requirement('CRE-01', async (t) => {
  const profile = builderOf(t).profile();
  const created = await t.send(creating(profile));
  t.expectStatus(created, 201);
  const answers = acceptedAnswers(t, 'CREATE');
  expectOfEvery(answers, ({ exchange }) => t.expectStatus(exchange, 201));
  expectNone(t, answers, () => true);
  const number = createdNumber(t, created);
  await t.settled(
    'the created customer can be read',
    () => t.send(reading(number)),
    (seen) => isAccepted(seen) && bodyOf(seen)['contactEmail'] === profile.contactEmail,
  );
});

requirement('CRE-32', async (t) => {
  const password = `Pw1-${builderOf(t).marker()}`;
  t.run.secrets.add(password);
  await createCustomer(t);
  const profile = { ...builderOf(t).profile(), password };
  const created = await t.send(creating(profile));
  if (isAccepted(created)) {
    const number = createdNumber(t, created);
    await t.settled('the created customer can be read', () => t.send(reading(number)), isAccepted);
    await t.send(reading(number, { expand: 'addresses,accounts,mixin:*' }));
    await t.send(finding(profile.contactEmail));
    await t.send(listing({ q: `contactEmail:${profile.contactEmail}`, expand: 'addresses,accounts,mixin:*' }));
    await t.send(creating(profile));
    await t.send({ ...creating({ ...builderOf(t).profile(), password, preferredCurrency: 'EURO' }), invalid: true });
  } else t.note('the target takes no password');
  expectOfEvery(
    t.run.ledger.select(() => true),
    ({ exchange }) => {
      const { body, headers } = exchange.response;
      const shows = body.includes(password) || Object.values(headers).some((value) => value.includes(password));
      t.expect(!shows, 'no answer to show the password', 'it shows the password that was sent', exchange);
    },
  );
});
