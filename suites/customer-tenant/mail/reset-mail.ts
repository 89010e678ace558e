import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { accountsIn, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, patching, upserting } from '../stage/calls.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { countLetters, receivesLetter } from '../stage/mailbox.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';

const LOUD = { sendPasswordResetNotifications: 'true' };
const SILENT = { sendPasswordResetNotifications: 'false' };

requirement('CRE-28', async (t) => {
  const [omitted, explicit] = [builderOf(t).profile(), builderOf(t).profile()];
  t.controlAccepted(await t.send(creating(omitted, 'manage', {})), 'a creation');
  t.controlAccepted(await t.send(creating(explicit, 'manage', LOUD)), 'a creation');
  const again = await t.send(creating({ ...builderOf(t).profile(), contactEmail: omitted.contactEmail }, 'manage', {}));
  t.control(!isAccepted(again), 'a taken e-mail is refused');
  await t.each({ omitted, 'set to true': explicit }, async ({ contactEmail }) => expectLetter(t, contactEmail));
  const count = await countLetters(t, omitted.contactEmail);
  t.expect(count === 1, 'one letter', `${count}`);
  await expectLink(t, omitted.contactEmail);
  const numbered = { ...builderOf(t).profile(), id: builderOf(t).number() };
  t.controlAccepted(await t.send(creating(numbered, 'manage', {})), 'a creation with an id of its own');
  await expectLetter(t, numbered.contactEmail);
  if (!t.claims('company')) return;
  const invited = builderOf(t).profile();
  t.controlAccepted(await t.send(creating(invited, 'manageOwn', {})), 'a creation by a member of a company');
  await expectLetter(t, invited.contactEmail);
});

requirement('CRE-29', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile(), 'manage', LOUD)), 'a creation with a letter');
  const b2b = { companyRegistrationId: REGISTRATIONS[0] };
  const profile = builderOf(t).profile();
  const special = [
    { ...builderOf(t).profile(), id: builderOf(t).number() },
    { ...builderOf(t).profile(), b2b },
  ];
  t.expectAccepted(await t.send(creating(profile, 'manage', SILENT)));
  // Whether they are accepted is judged elsewhere.
  for (const each of special) await t.send(creating(each, 'manage', SILENT));
  const colleague = builderOf(t).profile();
  if (t.claims('company')) await t.send(creating(colleague, 'manageOwn', SILENT));
  const others = [...special, colleague].map(({ contactEmail }) => contactEmail);
  await expectSilence(t, profile.contactEmail, ...others);
});

requirement('UPS-15', async (t) => {
  const [loud, silent] = [builderOf(t).profile(), builderOf(t).profile()];
  const [number, other] = [builderOf(t).number(), builderOf(t).number()];
  t.controlAccepted(await t.send(upserting(number, loud, 'manage', {})), 'a creating PUT');
  t.controlAccepted(await t.send(upserting(other, silent, 'manage', SILENT)), 'a creating PUT');
  await expectLetter(t, loud.contactEmail);
  await expectSilence(t, silent.contactEmail);
  const before = await t.mailbox().count(loud.contactEmail);
  t.controlAccepted(await t.send(upserting(number, loud, 'manage', LOUD)), 'an updating PUT');
  const after = await countLetters(t, loud.contactEmail);
  t.expect(after === before, 'an updating PUT to send no letter', `${after - before} more`);
  await expectChangeUnmailed(t, number, other);
});

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

requirement('ASG-11', async (t) => {
  const { number, email: contact } = await createCustomer(t);
  const [omitted, loud, silent] = [builderOf(t).email(), builderOf(t).email(), builderOf(t).email()];
  t.controlAccepted(await t.send(assigning(number, omitted, 'manage', {})), 'an assignment');
  t.controlAccepted(await t.send(assigning(number, loud, 'manage', LOUD)), 'an assignment');
  t.controlAccepted(await t.send(assigning(number, silent, 'manage', SILENT)), 'an assignment');
  const again = await t.send(assigning(number, loud, 'manage', {}));
  const refused = builderOf(t).email();
  const answer = await t.send(assigning(builderOf(t).number(), refused, 'manage', {}));
  await t.each({ omitted, 'set to true': loud }, async (email) => expectLetter(t, email));
  await expectSilence(t, silent);
  const count = await countLetters(t, loud);
  t.expect(isAccepted(again) || count === 1, 'one letter, and none of a refused assignment', `${count}`, again);
  if ((await t.mailbox().count(contact)) > 0) await expectUsual(t, contact);
  // That nobody is assigned to an unknown number is ASG-08's.
  if (!isAccepted(answer)) await expectSilence(t, refused);
});

/** Who has an account already may be told of another one, but not by the letter that the parameter is about. */
async function expectUsual(t: Examination, contact: string): Promise<void> {
  const { number, email } = await createCustomer(t);
  t.controlAccepted(await t.send(assigning(number, builderOf(t).email(), 'manage', SILENT)), 'an assignment');
  const isTold = (await countLetters(t, email)) > 0;
  t.expect(isTold, `no letter to reset the password of another account to ${contact}`, 'one');
}

requirement('PAT-17', async (t) => {
  const profile = { ...builderOf(t).profile(), type: 'CONTACT' };
  const number = createdNumber(t, await t.send(creating(profile)));
  const before = await countLetters(t, profile.contactEmail);
  t.controlAccepted(await t.send(patching(number, { type: 'CUSTOMER' })), 'a change of the type');
  await receivesLetter(t, profile.contactEmail, before + 2);
  const count = (await countLetters(t, profile.contactEmail)) - before;
  t.expect(count === 2, 'a letter for the password and one for the activation', `${count} letters`);
});

async function expectLetter(t: Examination, email: string): Promise<void> {
  const { convergenceMs } = t.run.settings;
  t.expect(await receivesLetter(t, email), `a letter to ${email} within ${convergenceMs} ms`, 'none');
}

/** Expects the letters to an address to hold a link, as far as the mailbox shows what they say. */
async function expectLink(t: Examination, email: string): Promise<void> {
  const texts = await t.mailbox().texts(email);
  if (texts.length === 0) t.note('the mailbox does not show what a letter says');
  t.expect(
    texts.every((text) => text.includes('://')),
    `a letter to ${email} with a link to reset the password`,
    'a letter without any link',
  );
}

/** Expects no letter to addresses to have come by the time that those ordered afterwards have. */
async function expectSilence(t: Examination, first: string, ...others: readonly string[]): Promise<void> {
  const count = await countLetters(t, first);
  t.expect(count === 0, `no letter to ${first}`, `${count}`);
  for (const email of others) {
    const further = await t.mailbox().count(email);
    t.expect(further === 0, `no letter to ${email}`, `${further}`);
  }
}
