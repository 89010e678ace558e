import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import { controlEntitled } from './entitled.ts';
import { itemsOf } from './json.ts';
import { listedCustomer } from './listed-customer.ts';

/**
 * Expects a created customer to be read within the convergence time. Throws ContractFailure, and Untestable where none of
 * those that are listed is read either, which is judged elsewhere.
 */
export async function expectRead(
  t: Examination,
  expected: string,
  look: () => Promise<Exchange>,
  holds: (seen: Exchange) => boolean,
): Promise<void> {
  const { seen, held, ms } = await t.waitUntil(look, holds, expected);
  controlEntitled(t, seen);
  if (held) t.convergences.push({ what: expected, ms });
  else if (itemsOf(await t.send(listing())).length > 0) await listedCustomer(t);
  if (!held) t.fail({ expected: `${expected} within ${t.run.settings.convergenceMs} ms`, exchange: seen });
}
