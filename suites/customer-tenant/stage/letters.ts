import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { countLetters, receivesLetter } from './mailbox.ts';

/** What a call asks for in words; nothing asks for a letter as well. */
export const LOUD = { sendPasswordResetNotifications: 'true' };
export const SILENT = { sendPasswordResetNotifications: 'false' };

/** Expects a letter to an address within the convergence time. */
export async function expectLetter(t: Examination, email: string, ordered: Exchange): Promise<void> {
  const { convergenceMs } = t.run.settings;
  t.expect(await receivesLetter(t, email), `a letter to ${email} within ${convergenceMs} ms`, 'none', ordered);
}

/** Expects no letter to an address to come twice; one about something else, such as a welcome, may come beside it. */
export async function expectNoTwin(t: Examination, email: string, ...ordered: readonly Exchange[]): Promise<void> {
  await countLetters(t, email);
  const subjects = await t.mailbox().subjects(email);
  const isSingle = new Set(subjects).size === subjects.length;
  t.expect(isSingle, `one letter to ${email}`, `${subjects.length}: ${subjects.join(', ')}`, ...ordered);
}

/** Expects one of the letters to an address to hold a link, as far as the mailbox shows what they say. */
export async function expectLink(t: Examination, email: string, ordered: Exchange): Promise<void> {
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
export async function expectSilence(t: Examination, silent: ReadonlyMap<string, Exchange>): Promise<void> {
  const [first = ''] = silent.keys();
  await countLetters(t, first);
  const look = async () => Promise.all([...silent.keys()].map((email) => t.mailbox().count(email)));
  await t.watch(look, (counts) => counts.some((count) => count > 0));
  for (const [email, exchange] of silent) {
    const count = await t.mailbox().count(email);
    t.expect(count === 0, `no letter to ${email}`, `${count}`, exchange);
  }
}
