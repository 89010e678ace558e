import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { creating } from './calls.ts';
import { createdNumber } from './customer.ts';

/** How many letters an address got by the time that letters ordered afterwards have arrived. Throws Untestable. */
export async function countLetters(t: Examination, address: string): Promise<number> {
  // One alone may overtake, where letters go out by several ways at once.
  await orderLetter(t);
  await orderLetter(t);
  return t.mailbox().count(address);
}

/** Waits for so many letters to an address; false where they do not come within the convergence time. */
export async function receivesLetter(t: Examination, address: string, wanted = 1): Promise<boolean> {
  const look = () => t.mailbox().count(address);
  const { held, ms } = await t.waitUntil(look, (count) => count >= wanted);
  if (held) t.convergences.push({ what: 'a letter arrives', ms });
  return held;
}

/** Creates a customer with an explicit wish for a letter, and waits for it. */
async function orderLetter(t: Examination): Promise<void> {
  const profile = builderOf(t).profile();
  createdNumber(t, await t.send(creating(profile, 'manage', { sendPasswordResetNotifications: 'true' })));
  t.control(await receivesLetter(t, profile.contactEmail), 'a letter that was asked for arrives');
}
