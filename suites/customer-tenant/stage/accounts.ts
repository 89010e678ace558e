import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { reading } from './calls.ts';
import { asObject, bodyOf } from './json.ts';

/** A customer with its accounts. */
export function readingAccounts(number: string) {
  return reading(number, { expand: 'accounts' });
}

/** The addresses of the accounts that an answer shows, in order of the alphabet. */
export function accountsIn(seen: Exchange): string[] {
  const { accounts } = bodyOf(seen);
  return (Array.isArray(accounts) ? accounts : []).map((account) => String(asObject(account)['id'])).toSorted();
}

/** Waits until a customer shows an account. Throws Untestable. */
export async function accountShown(t: Examination, number: string, email: string): Promise<Exchange> {
  const look = () => t.send(readingAccounts(number));
  return t.settled('the assigned account is shown', look, (seen) => accountsIn(seen).includes(email));
}
