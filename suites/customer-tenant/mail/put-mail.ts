import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { accountsIn, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { upserting } from '../stage/calls.ts';
import { expectLetter, expectSilence, LOUD, SILENT } from '../stage/letters.ts';
import { countLetters } from '../stage/mailbox.ts';

requirement('UPS-15', async (t) => {
  const [loud, silent] = [builderOf(t).profile(), builderOf(t).profile()];
  const [number, other] = [builderOf(t).number(), builderOf(t).number()];
  const created = await t.send(upserting(number, loud, 'manage', {}));
  t.controlAccepted(created, 'a creating PUT');
  const quiet = await t.send(upserting(other, silent, 'manage', SILENT));
  t.controlAccepted(quiet, 'a creating PUT');
  const explicit = builderOf(t).profile();
  const wished = await t.send(upserting(builderOf(t).number(), explicit, 'manage', LOUD));
  t.controlAccepted(wished, 'a creating PUT');
  await expectLetter(t, loud.contactEmail, created);
  await expectLetter(t, explicit.contactEmail, wished);
  const before = await t.mailbox().count(loud.contactEmail);
  const updated = await t.send(upserting(number, loud, 'manage', LOUD));
  t.controlAccepted(updated, 'an updating PUT');
  const after = await countLetters(t, loud.contactEmail);
  t.expect(after === before, 'an updating PUT to send no letter', `${after - before} more`, updated);
  await expectSilence(t, new Map([[silent.contactEmail, quiet]]));
  await expectChangeUnmailed(t, number, other);
  if (t.claims('company')) await expectLetterOfColleague(t);
});

/** Whether members of a company create by PUT is judged elsewhere. */
async function expectLetterOfColleague(t: Examination): Promise<void> {
  const profile = builderOf(t).profile();
  const created = await t.send(upserting(builderOf(t).number(), profile, 'manageOwn', {}));
  if (created.response.status === 201) await expectLetter(t, profile.contactEmail, created);
}

/** A new address may be told of its own, but not by the letter that the parameter is about: that is for new accounts. */
async function expectChangeUnmailed(t: Examination, number: string, other: string): Promise<void> {
  const [loud, silent] = [builderOf(t).profile(), builderOf(t).profile()];
  const before = accountsIn(await t.send(readingAccounts(number)));
  const put = await t.send(upserting(number, loud, 'manage', LOUD));
  const quiet = await t.send(upserting(other, silent, 'manage', SILENT));
  if (!isAccepted(put) || !isAccepted(quiet)) return t.note('a PUT does not change the contactEmail');
  const count = await countLetters(t, loud.contactEmail);
  const usual = await t.mailbox().count(silent.contactEmail);
  const accounts = accountsIn(await t.send(readingAccounts(number)));
  if (accounts.length > before.length) return t.note('a PUT with another contactEmail opens an account');
  t.expect(
    count <= usual,
    'an updating PUT to send no letter to a new address',
    `${count} to ${loud.contactEmail}`,
    put,
  );
}
