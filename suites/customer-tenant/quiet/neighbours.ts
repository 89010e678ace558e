import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer, createdNumber, type Customer } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { bodyOf, show, type Json } from '../stage/json.ts';
import { removeCustomer } from '../stage/removal.ts';

requirement('DEL-07', async (t) => {
  const [id, email] = [builderOf(t).number(), builderOf(t).email()];
  const [firstName, lastName] = [builderOf(t).marker(), builderOf(t).marker()];
  const alike = (members: object) => createCustomer(t, { firstName, lastName, ...members });
  const before = await alike({ id: id.slice(0, -1) });
  const victim = await alike({ id, contactEmail: email });
  const [otherCase, ...after] = await Promise.all([
    alikeButForCase(t, { id: id.toUpperCase(), firstName, lastName }),
    alike({ id: `${id}1`, contactEmail: `x${email}` }),
    alike({ contactEmail: email.replace('@', '1@') }),
    alike({}),
  ]);
  await expectAlone(t, victim, [before, ...otherCase, ...after]);
  if (t.claims('company')) await expectAlone(t, await createColleague(t), [await createColleague(t)]);
});

/** A customer whose number differs in letter case alone; none where the target takes that for the same number. */
async function alikeButForCase(t: Examination, members: Json): Promise<Customer[]> {
  const profile = { ...builderOf(t).profile(), ...members };
  const created = await t.send(creating(profile));
  if (!isAccepted(created)) return [];
  const number = createdNumber(t, created);
  const look = () => t.send(reading(number));
  const seen = await t.settled('the created customer can be read', look, isAccepted);
  return [{ number, email: profile.contactEmail, profile, stored: bodyOf(seen) }];
}

/** Deletes one customer and expects the others to be as they were, also after as long as another deletion takes. */
async function expectAlone(t: Examination, victim: Customer, others: readonly Customer[]): Promise<void> {
  await removeCustomer(t, victim.number);
  await removeCustomer(t, (await createCustomer(t)).number);
  await t.each(Object.fromEntries(others.map((other) => [other.email, other])), async ({ number, stored }) => {
    const seen = await t.send(reading(number));
    const [was, is] = [profileOf(stored), profileOf(bodyOf(seen))];
    t.expect(isDeepStrictEqual(is, was), `customer ${number} as before: ${show(was)}`, show(is), seen);
  });
}
