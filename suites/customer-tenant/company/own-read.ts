import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { PrincipalName } from '../../../src/auth/principal.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { reading } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { bothOutlooks, createColleague, createLoner, sharedColleague, sharedLoner } from '../stage/company.ts';
import type { Customer } from '../stage/customer.ts';
import { bodyOf, show } from '../stage/json.ts';
import { createUnusual, sharedUnusualForeigners } from '../stage/members.ts';
import { expectSilentAbout } from '../stage/privacy.ts';

requirement('OWN-03', async (t) => {
  const { number, email } = await sharedColleague(t);
  const look = () => t.send(reading(number, {}, 'readOwn'));
  await t.eventually(`${email} to be read by a colleague`, look, (seen) => {
    return isAccepted(seen) && bodyOf(seen)['contactEmail'] === email;
  });
  const inactive = await createColleague(t);
  await changeCustomer(t, inactive.number, { active: false, onHold: true });
  await t.eventually(
    'a colleague who is switched off to be read',
    () => t.send(reading(inactive.number, {}, 'readOwn')),
    isAccepted,
  );
  // Whether there is an expand at all is judged elsewhere.
  const query = { expand: 'accounts' };
  if (isAccepted(await t.send(reading(number, query))))
    t.expectAccepted(await t.send(reading(number, query, 'readOwn')));
});

requirement('OWN-04', async (t) => {
  await t.each(await bothOutlooks(t), ({ viewer, colleague, foreigner }) =>
    expectOutOfSight(t, viewer, foreigner, colleague),
  );
  const colleague = await sharedColleague(t);
  const unusual = await sharedUnusualForeigners(t);
  await t.each(unusual, async (foreigner) => expectOutOfSight(t, 'readOwn', foreigner, colleague));
});

requirement('OWN-05', async (t) => {
  const colleague = await sharedColleague(t);
  await expectOutOfSight(t, 'readOwn', await sharedLoner(t), colleague);
  const unusual = await createUnusual(t, createLoner);
  await t.each(unusual, async (loner) => expectOutOfSight(t, 'readOwn', loner, colleague));
});

/** Expects a stranger not to be read by somebody who can read a colleague. */
async function expectOutOfSight(
  t: Examination,
  viewer: PrincipalName,
  stranger: Customer,
  colleague: Customer,
): Promise<void> {
  const { customerNumber: alias = stranger.number } = stranger.stored;
  // Some targets find a customer under its number as well as under its id; where it is not found there, it is no alias.
  const other = show(alias).replaceAll('"', '');
  const isAlias = other !== stranger.number && bodyOf(await t.send(reading(other)))['contactEmail'] === stranger.email;
  for (const number of isAlias ? [stranger.number, other] : [stranger.number]) {
    const refused = await t.send(reading(number, {}, viewer));
    t.expectStatus(refused, 403, 404);
    expectSilentAbout(t, stranger, refused);
  }
  t.controlAccepted(await t.send(reading(stranger.number)));
  t.controlAccepted(await t.send(reading(colleague.number, {}, viewer)), `reading a colleague as ${viewer}`);
}
