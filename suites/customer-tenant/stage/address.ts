import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';

const ADDRESS = { contactName: 'Marlon Berner', street: 'Alder Lane', zipCode: '5003', country: 'NO' };

/** The city of an address, if no other is asked for. */
export const CITY = 'Bergen';

/** Gives a customer an address in a city; false where the target does not offer that, for it belongs to another section. */
export async function addAddress(t: Examination, number: string, city = CITY): Promise<boolean> {
  const below = '/addresses';
  const added = await t.send({
    as: 'manage',
    operation: 'GET',
    method: 'POST',
    number,
    below,
    json: { ...ADDRESS, city },
    invalid: true,
  });
  return isAccepted(added);
}
