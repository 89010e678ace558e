import { describeAnswer, isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createCustomer, isGone } from '../stage/customer.ts';
import { bodyOf } from '../stage/json.ts';
import { expectNobodyAt } from '../stage/nobody.ts';
import { expectSingle } from '../stage/single.ts';
import { expectStored } from '../stage/stored.ts';
import { controlUnknown } from '../stage/unknown.ts';

const LONGEST = 66;
const PARALLEL = 5;

requirement('UPS-05', async (t) => {
  const number = builderOf(t).number();
  const numbers = {
    'letters and hyphens': number,
    digits: builderOf(t).digits(),
    'upper case': `A${number.toUpperCase()}`,
    underscores: `${number.replaceAll('-', '_')}_`,
    [`${LONGEST} characters`]: number.padEnd(LONGEST, 'x'),
  };
  await t.each(numbers, async (wanted) => {
    // A PUT must never meet somebody else's customer.
    t.control(isGone(await t.send(reading(wanted))), `nobody has the number ${wanted}`);
    const put = await t.send({ ...upserting(wanted, { contactEmail: builderOf(t).email() }), invalid: true });
    t.expect(put.response.status !== 404, 'a well-formed number not to be answered 404', 'status 404', put);
    t.controlAccepted(put, 'a PUT on an unknown number');
  });
});

requirement('UPS-13', async (t) => {
  const { number, profile } = await createCustomer(t);
  const fresh = builderOf(t).number();
  const puts = {
    'a known number': { to: number, sent: profile },
    'an unknown number': { to: fresh, sent: builderOf(t).profile() },
  };
  await t.each(puts, async ({ to, sent }) => {
    const elsewhere = builderOf(t).number();
    const company = builderOf(t).marker();
    const moving = await t.send({
      ...upserting(to, { ...sent, company, id: elsewhere, customerNumber: elsewhere }),
      invalid: true,
    });
    await expectNobodyAt(t, elsewhere, moving);
    t.controlAccepted(await t.send(upserting(to, { ...sent, company })), 'a PUT without another id');
    const look = () => t.send(reading(to));
    await t.settled('that PUT is read', look, (seen) => bodyOf(seen)['company'] === company);
    await expectNobodyAt(t, elsewhere, moving);
  });
});

requirement('UPS-17', async (t) => {
  const plain = builderOf(t).number();
  t.controlAccepted(
    await t.send(upserting(plain, { contactEmail: builderOf(t).email() })),
    'a PUT on an unknown number',
  );
  await t.settled('a number in lower case is read', () => t.send(reading(plain)), isAccepted);
  const number = builderOf(t).number();
  const numbers = [`Case-${number}`, `case-${number}`] as const;
  const emails = [builderOf(t).email(), builderOf(t).email()] as const;
  t.controlAccepted(await t.send(upserting(numbers[0], { contactEmail: emails[0] })), 'a PUT on an unknown number');
  const { held } = await t.waitUntil(() => t.send(reading(numbers[0])), isAccepted);
  const other = await t.send(reading(numbers[1]));
  if (isAccepted(other)) await controlUnknown(t);
  t.expect(!held || !isAccepted(other), `nobody under ${numbers[1]} yet`, describeAnswer(other), other);
  t.expectAccepted(await t.send(upserting(numbers[1], { contactEmail: emails[1] })));
  await expectStored(t, numbers[1], { contactEmail: emails[1] });
  await expectStored(t, numbers[0], { contactEmail: emails[0] });
});

requirement('UPS-18', async (t) => {
  t.controlAccepted(await t.send(upserting(builderOf(t).number(), builderOf(t).profile())), 'a PUT alone');
  const [number, profile] = [builderOf(t).number(), builderOf(t).profile()];
  const puts = await Promise.all(Array.from({ length: PARALLEL }, () => t.send(upserting(number, profile))));
  const statuses = puts.map(({ response }) => response.status).toSorted((one, other) => one - other);
  const right = statuses[0] === 201 && statuses.slice(1).every((status) => status === 204 || status === 409);
  t.expect(right, 'one 201, the others 204 or 409', statuses.join(', '), ...puts);
  await expectSingle(t, profile.contactEmail, ...puts);
});
