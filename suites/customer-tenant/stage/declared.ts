import type { Examination } from '../../../src/conformance/examination.ts';
import { asObject, type Json } from './json.ts';

const CUSTOMER = '#/components/schemas/Customer';

/** The declared members of a customer as it is shown; any others may be another thing at each look. */
export function declaredIn(t: Examination, customer: Json): Json {
  return asObject(t.run.contract.declaredMembers(CUSTOMER, customer));
}
