import type { Examination } from '../../../src/conformance/examination.ts';
import { finding } from './calls.ts';
import { createFound } from './found.ts';
import { itemsOf } from './json.ts';
import { listedCustomer } from './listed-customer.ts';
import { shared } from './shared.ts';

// What needs no care in a `q`.
const PLAIN = /^[\w.-]+@[\w.-]+$/;

/**
 * The e-mail address of a customer that the search finds: one of the run's own, or, where nothing may be written, any that
 * is listed. Throws Untestable.
 */
export async function knownEmail(t: Examination): Promise<string> {
  return shared(t, 'found customer', async (stage) =>
    t.claims('writes') ? (await createFound(stage)).email : listedEmail(stage),
  );
}

async function listedEmail(t: Examination): Promise<string> {
  const { contactEmail } = await listedCustomer(t, (item) => PLAIN.test(String(item['contactEmail'])));
  const email = String(contactEmail);
  const found = itemsOf(await t.send(finding(email)));
  t.control(
    found.some((item) => item['contactEmail'] === email),
    `a search for ${email} finds a customer`,
  );
  return email;
}
