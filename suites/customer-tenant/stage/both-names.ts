import { isAccepted } from '../../../src/conformance/answer.ts';
import { textMember } from '../../../src/conformance/creation.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { reading } from './calls.ts';
import type { Customer } from './customer.ts';
import { bodyOf, show } from './json.ts';

type Known = Pick<Customer, 'number' | 'email' | 'stored'>;

/** Expects a customer to be read under its id and its customerNumber, unless both are shown to be the same. */
export async function expectReadUnderBoth(t: Examination, { number, email, stored }: Known): Promise<void> {
  const names = {
    id: textMember(stored, 'id') ?? number,
    customerNumber: textMember(stored, 'customerNumber') ?? number,
  };
  // Equal ones are right by the statement; whether they are those of this customer is GET-02's.
  if (names.id === names.customerNumber) return;
  await t.each(names, async (name) => {
    await t.eventually(
      `the customer to be read under ${show(name)}`,
      () => t.send(reading(name)),
      (seen) => isAccepted(seen) && bodyOf(seen)['contactEmail'] === email,
    );
  });
}
