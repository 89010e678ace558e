import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { accountsIn, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, patching, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { countLetters, receivesLetter } from '../stage/mailbox.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';

const LOUD = { sendPasswordResetNotifications: 'true' };
const SILENT = { sendPasswordResetNotifications: 'false' };

requirement('CRE-28', async (t) => {
  const [omitted, explicit] = [builderOf(t).profile(), builderOf(t).profile()];
  const created = await t.send(creating(omitted, 'manage', {}));
  t.controlAccepted(created, 'a creation');
  const wished = await t.send(creating(explicit, 'manage', LOUD));
  t.controlAccepted(wished, 'a creation');
  const again = await t.send(creating({ ...builderOf(t).profile(), contactEmail: omitted.contactEmail }, 'manage', {}));
  t.control(!isAccepted(again), 'a taken e-mail is refused');
  await t.each({ omitted, 'set to true': explicit }, async ({ contactEmail }, label) =>
    expectLetter(t, contactEmail, label === 'omitted' ? created : wished),
  );
  await expectNoTwin(t, omitted.contactEmail, created, again);
  await expectLink(t, omitted.contactEmail, created);
  const numbered = { ...builderOf(t).profile(), id: builderOf(t).number() };
  const withId = await t.send(creating(numbered, 'manage', {}));
  t.controlAccepted(withId, 'a creation with an id of its own');
  await expectLetter(t, numbered.contactEmail, withId);
  if (!t.claims('company')) return;
  const invited = builderOf(t).profile();
  const byMember = await t.send(creating(invited, 'manageOwn', {}));
  t.controlAccepted(byMember, 'a creation by a member of a company');
  await expectLetter(t, invited.contactEmail, byMember);
});

requirement('CRE-29', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile(), 'manage', LOUD)), 'a creation with a letter');
  const b2b = { companyRegistrationId: REGISTRATIONS[0] };
  const profile = builderOf(t).profile();
  const special = [
    { ...builderOf(t).profile(), id: builderOf(t).number() },
    { ...builderOf(t).profile(), b2b },
  ];
  const plain = await t.send(creating(profile, 'manage', SILENT));
  t.expectAccepted(plain);
  const silent = new Map([[profile.contactEmail, plain]]);
  // Whether they are accepted is judged elsewhere.
  for (const each of special) silent.set(each.contactEmail, await t.send(creating(each, 'manage', SILENT)));
  const colleague = builderOf(t).profile();
  if (t.claims('company')) silent.set(colleague.contactEmail, await t.send(creating(colleague, 'manageOwn', SILENT)));
  await expectSilence(t, silent);
});

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

requirement('PAT-17', async (t) => {
  const { number, email } = await createCustomer(t, { type: 'CONTACT' });
  const before = await countLetters(t, email);
  const patched = await t.send(patching(number, { type: 'CUSTOMER' }));
  t.controlAccepted(patched, 'a change of the type');
  await receivesLetter(t, email, before + 2);
  const count = (await countLetters(t, email)) - before;
  t.expect(count >= 2, 'a letter for the password and one for the activation', `${count} letters`, patched);
});

async function expectLetter(t: Examination, email: string, ordered: Exchange): Promise<void> {
  const { convergenceMs } = t.run.settings;
  t.expect(await receivesLetter(t, email), `a letter to ${email} within ${convergenceMs} ms`, 'none', ordered);
}

/** Expects no letter to an address to come twice; one about something else, such as a welcome, may come beside it. */
async function expectNoTwin(t: Examination, email: string, ...ordered: readonly Exchange[]): Promise<void> {
  await countLetters(t, email);
  const subjects = await t.mailbox().subjects(email);
  const isSingle = new Set(subjects).size === subjects.length;
  t.expect(isSingle, `one letter to ${email}`, `${subjects.length}: ${subjects.join(', ')}`, ...ordered);
}

/** Expects one of the letters to an address to hold a link, as far as the mailbox shows what they say. */
async function expectLink(t: Examination, email: string, ordered: Exchange): Promise<void> {
  const texts = await t.mailbox().texts(email);
  if (texts.length === 0) t.note('the mailbox does not show what a letter says');
  t.expect(
    texts.length === 0 || texts.some((text) => text.includes('://')),
    `a letter to ${email} with a link to reset the password`,
    'a letter without any link',
    ordered,
  );
}

/** Expects that no letters came of these exchanges, each to its address, by the time that those ordered afterwards have. */
async function expectSilence(t: Examination, silent: ReadonlyMap<string, Exchange>): Promise<void> {
  const [first = ''] = silent.keys();
  await countLetters(t, first);
  const look = async () => Promise.all([...silent.keys()].map((email) => t.mailbox().count(email)));
  await t.watch(look, (counts) => counts.some((count) => count > 0));
  for (const [email, exchange] of silent) {
    const count = await t.mailbox().count(email);
    t.expect(count === 0, `no letter to ${email}`, `${count}`, exchange);
  }
}
