import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { expectReadUnderBoth } from '../stage/both-names.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { byPut, delicateMembers, expectDelicateKept, REGISTERED } from '../stage/delicate.ts';
import { asObject, bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { LONG_NAMES } from '../stage/long-names.ts';
import { createUnusual } from '../stage/members.ts';
import { expectStored } from '../stage/stored.ts';

requirement('UPS-02', async (t) => {
  const [number, profile] = [builderOf(t).number(), builderOf(t).profile()];
  const created = await t.send(upserting(number, profile));
  const id = createdNumber(t, created);
  t.expect(id === number, `the id ${number}`, id, created);
  await knownCustomer(t);
  const email = profile.contactEmail;
  const seen = await t.eventually(
    `the customer to be read under ${number}`,
    () => t.send(reading(number)),
    (read) => isAccepted(read) && bodyOf(read)['contactEmail'] === email,
  );
  await expectReadUnderBoth(t, { number, email, stored: bodyOf(seen) });
});

requirement('UPS-04', async (t) => {
  const builder = builderOf(t);
  const whole = () => ({ ...builder.profile(), middleName: builder.marker(), photoUrl: 'https://example.com/p.png' });
  const [number, first] = [builder.number(), { ...whole(), active: false, onHold: true }];
  t.controlAccepted(await t.send(upserting(number, first)), 'a PUT that creates');
  await t.settled('the customer is read under the number', () => t.send(reading(number)), isAccepted);
  await expectStored(t, number, first);
  const second = {
    ...whole(),
    ...LONG_NAMES,
    active: true,
    onHold: false,
    preferredLanguage: 'en_US',
    preferredCurrency: 'USD',
    photoUrl: 'https://example.com/q.png',
  };
  t.controlAccepted(await t.send(upserting(number, second)), 'a PUT that updates');
  await expectStored(t, number, second);
  await expectDelicateKept(t, delicateMembers('CONTACT'), byPut(t));
  const { number: known, profile } = await createCustomer(t);
  await expectDelicateKept(t, { ...delicateMembers('CUSTOMER'), ...REGISTERED }, async (members) => {
    return { answer: await t.send(upserting(known, { ...profile, ...members })), number: () => known };
  });
  await t.each(await createUnusual(t, createCustomer), async (customer) => {
    const lastName = builder.marker();
    t.expectAccepted(await t.send(upserting(customer.number, { ...customer.profile, lastName })));
    await expectStored(t, customer.number, { lastName });
  });
});

requirement('UPS-10', async (t) => {
  const { number, profile, stored } = await createCustomer(t);
  const { version } = asObject(stored['metadata']);
  t.control(version === undefined || Number.isInteger(version), 'a version, where one is shown, is an integer');
  const versioned = { ...profile, company: builderOf(t).marker(), metadata: { version } };
  t.controlAccepted(await t.send(upserting(number, versioned)), 'a PUT with a version');
  const look = () => t.send(reading(number));
  await t.settled('that PUT is read', look, (seen) => bodyOf(seen)['company'] === versioned.company);
  const [company, other, last] = [builderOf(t).marker(), builderOf(t).marker(), builderOf(t).marker()];
  for (const change of [{ company }, { company: other }, { company: last, metadata: {} }]) {
    t.expectAccepted(await t.send(upserting(number, { ...profile, ...change })));
    await expectStored(t, number, { company: change.company });
  }
});

requirement('UPS-11', async (t) => {
  const { number, profile } = await createCustomer(t);
  const flags = [
    { active: false, onHold: true },
    { active: true, onHold: false },
    { active: false, onHold: false },
    { active: true, onHold: true },
  ];
  for (const flag of flags) {
    const put = await t.send(upserting(number, { ...profile, ...flag }));
    if (flag === flags[0]) t.controlAccepted(put, `a PUT with ${show(flag)}`);
    // Whoever is switched off is changed like everybody else.
    else t.expectAccepted(put);
    await expectStored(t, number, flag);
  }
  await expectFlagsApart(t);
});

/** Expects active to leave onHold: as it was or as it is by default, which is the same for somebody new. */
async function expectFlagsApart(t: Examination): Promise<void> {
  const { number, profile, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(upserting(number, { ...profile, active: false })), 'a PUT with active alone');
  await expectStored(t, number, { active: false, onHold: stored['onHold'] });
}
