import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { finding } from './calls.ts';
import { itemsOf, show } from './json.ts';

/** Expects one customer, and one only, to have an e-mail. Throws Untestable where the list shows none. */
export async function expectSingle(t: Examination, email: string, ...causes: readonly Exchange[]): Promise<void> {
  const look = () => t.send(finding(email));
  const found = await t.settled('the customer is listed', look, (seen) => idsWith(seen, email).length > 0);
  const ids = idsWith(found, email);
  t.expect(ids.length === 1, `one customer with the e-mail ${email}`, show(ids), ...causes, found);
}

/** The ids that a list shows with an e-mail; whether it shows one of them twice is judged elsewhere. */
function idsWith(list: Exchange, email: string): unknown[] {
  const own = itemsOf(list).filter(({ contactEmail }) => contactEmail === email);
  return [...new Set(own.map(({ id, customerNumber }) => id ?? customerNumber))];
}
