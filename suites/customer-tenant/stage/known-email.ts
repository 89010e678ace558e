import type { Examination } from '../../../src/conformance/examination.ts';
import { finding, listing } from './calls.ts';
import { createFound } from './found.ts';
import { itemsOf } from './json.ts';
import { shared } from './shared.ts';

// What needs no care in a `q`.
const PLAIN = /^[\w.-]+@[\w.-]+$/;

/**
 * The e-mail address of a customer that the search finds: one of the run's own, or, where nothing may be written, any that
 * is listed. Throws Untestable.
 */
export async function knownEmail(t: Examination): Promise<string> {
  return shared(t, 'a customer that is found by its e-mail address', async () =>
    t.claims('writes') ? (await createFound(t)).email : listedEmail(t),
  );
}

async function listedEmail(t: Examination): Promise<string> {
  const emails = itemsOf(await t.send(listing())).map(({ contactEmail }) => String(contactEmail));
  const plain = emails.find((email) => PLAIN.test(email)) ?? '';
  t.control(plain !== '', 'the list shows a customer with a plain contactEmail');
  const found = itemsOf(await t.send(finding(plain)));
  t.control(
    found.some(({ contactEmail }) => contactEmail === plain),
    `a search for ${plain} finds a customer`,
  );
  return plain;
}
