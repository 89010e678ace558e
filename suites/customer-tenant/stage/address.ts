import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';

const ADDRESS = { contactName: 'Marlon Berner', street: 'Alder Lane', city: 'Bergen', zipCode: '5003', country: 'NO' };

/** Gives a customer an address; false where the target does not offer that, for it belongs to another section. */
export async function addAddress(t: Examination, number: string): Promise<boolean> {
  const below = '/addresses';
  const added = await t.send({
    as: 'manage',
    operation: 'GET',
    method: 'POST',
    number,
    below,
    json: ADDRESS,
    invalid: true,
  });
  return isAccepted(added);
}
