import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { reading } from './calls.ts';
import { controlUnknown } from './unknown.ts';

/**
 * Expects no customer to be read under a number, whatever the refusal to read one is like. Throws ContractFailure, and
 * Untestable where a number that was never sent is read as well.
 */
export async function expectNobodyAt(t: Examination, number: string, ...shown: readonly Exchange[]): Promise<void> {
  const seen = await t.send(reading(number));
  if (!isAccepted(seen)) return;
  await controlUnknown(t);
  t.expect(false, `nobody to have the number ${number}`, `status ${seen.response.status}`, ...shown, seen);
}
