import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectLetter, expectNoTwin, expectSilence, LOUD, SILENT } from '../stage/letters.ts';
import { countLetters } from '../stage/mailbox.ts';

requirement('ASG-11', async (t) => {
  const { number, email: contact } = await createCustomer(t);
  const [omitted, loud, silent] = [builderOf(t).email(), builderOf(t).email(), builderOf(t).email()];
  const assigned = await t.send(assigning(number, omitted, 'manage', {}));
  t.controlAccepted(assigned, 'an assignment');
  const wished = await t.send(assigning(number, loud, 'manage', LOUD));
  t.controlAccepted(wished, 'an assignment');
  const quiet = await t.send(assigning(number, silent, 'manage', SILENT));
  t.controlAccepted(quiet, 'an assignment');
  const again = await t.send(assigning(number, loud, 'manage', {}));
  const refused = builderOf(t).email();
  const answer = await t.send(assigning(builderOf(t).number(), refused, 'manage', {}));
  await t.each({ omitted, 'set to true': loud }, async (email, label) =>
    expectLetter(t, email, label === 'omitted' ? assigned : wished),
  );
  if (!isAccepted(again)) await expectNoTwin(t, loud, wished, again);
  if ((await t.mailbox().count(contact)) > 0) await expectUsual(t, contact);
  // That nobody is assigned to an unknown number is ASG-08's.
  const unassigned = isAccepted(answer) ? [] : [[refused, answer] as const];
  await expectSilence(t, new Map([[silent, quiet], ...unassigned]));
});

/** Who has an account already may be told of another one, but not by the letter that the parameter is about. */
async function expectUsual(t: Examination, contact: string): Promise<void> {
  const { number, email } = await createCustomer(t);
  const silent = await t.send(assigning(number, builderOf(t).email(), 'manage', SILENT));
  t.controlAccepted(silent, 'an assignment');
  const isTold = (await countLetters(t, email)) > 0;
  const received = `a letter to ${contact}, and none to ${email} for an assignment in silence`;
  t.expect(isTold, 'no letter to reset the password of another account', received, silent);
}
