import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { reading } from './calls.ts';
import { bodyOf, objectsIn } from './json.ts';

/** A customer with its accounts. */
export function readingAccounts(number: string) {
  return reading(number, { expand: 'accounts' });
}

/** The addresses of the accounts that an answer shows, in order of the alphabet. */
export function accountsIn(seen: Exchange): string[] {
  return objectsIn(bodyOf(seen)['accounts'])
    .map(({ id }) => String(id))
    .toSorted();
}

/** Expects a customer to have at least these accounts still. A read may lag behind the one before. */
export async function expectAccounts(
  t: Examination,
  number: string,
  accounts: readonly string[],
  ...refused: readonly Exchange[]
): Promise<void> {
  const lostIn = (seen: Exchange) => accounts.filter((account) => !accountsIn(seen).includes(account));
  const { seen } = await t.waitUntil(
    () => t.send(readingAccounts(number)),
    (read) => lostIn(read).length === 0,
  );
  const lost = lostIn(seen);
  t.expect(lost.length === 0, 'a refused request to keep the accounts', `${lost.join()} gone`, ...refused, seen);
}

/** Waits until a customer shows an account. Throws Untestable. */
export async function accountShown(t: Examination, number: string, email: string): Promise<Exchange> {
  const look = () => t.send(readingAccounts(number));
  return t.settled('the assigned account is shown', look, (seen) => accountsIn(seen).includes(email));
}
