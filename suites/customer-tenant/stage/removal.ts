import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { deleting, reading } from './calls.ts';
import { createCustomer, isGone } from './customer.ts';

/** Deletes a customer as a prerequisite and waits until it is gone. Throws Untestable where that fails. */
export async function removeCustomer(t: Examination, number: string): Promise<void> {
  t.controlAccepted(await t.send(deleting(number)), 'deleting the customer');
  await t.settled('the deleted customer is gone', () => t.send(reading(number)), isGone);
}

/** Expects customers to be there after as long as an accepted deletion takes: one is made to measure that. */
export async function expectSurvives(
  t: Examination,
  numbers: string | readonly string[],
  reason: string,
  ...refused: readonly Exchange[]
): Promise<void> {
  const other = await createCustomer(t);
  await removeCustomer(t, other.number);
  for (const number of [numbers].flat()) {
    const seen = await t.send(reading(number));
    t.expect(
      isAccepted(seen) && seen.response.body !== '',
      `${reason}: the customer is still there`,
      `status ${seen.response.status}`,
      ...refused,
      seen,
    );
  }
}

/** Expects a customer to be there for some time still, for what was refused may have been put off. */
export async function expectSurvivesLater(t: Examination, number: string, refused: Exchange): Promise<void> {
  const look = () => t.send(reading(number));
  await t.watch(look, isGone);
  const { seen, held } = await t.waitUntil(look, isAccepted);
  const received = `status ${seen.response.status} some time later`;
  t.expect(held, 'a refused deletion to leave the customer', received, refused, seen);
}
