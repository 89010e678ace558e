import type { Examination } from '../../../src/conformance/examination.ts';
import { createCustomer } from './customer.ts';
import { listedCustomer } from './listed-customer.ts';
import { shared } from './shared.ts';
import { controlUnknown } from './unknown.ts';

/**
 * The number of a customer that exists and can be read: one of the run's own, or, where nothing may be written, any that
 * is listed. That an unknown number is not read shows that the target tells customers apart. Throws Untestable.
 */
export async function knownCustomer(t: Examination): Promise<string> {
  return shared(t, 'known customer', async (stage) => {
    const listed = async () => String((await listedCustomer(stage))['id']);
    const number = t.claims('writes') ? (await createCustomer(stage)).number : await listed();
    await controlUnknown(stage);
    return number;
  });
}
