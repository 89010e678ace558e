import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { patching, reading } from './calls.ts';
import type { Json } from './json.ts';
import { isStored } from './stored.ts';

/** Changes a customer as a prerequisite and waits until that is read; returns that read. Throws Untestable. */
export async function changeCustomer(t: Examination, number: string, members: Json): Promise<Exchange> {
  const names = Object.keys(members).join(' and ');
  t.controlAccepted(await t.send(patching(number, members)), `a change of ${names}`);
  const look = () => t.send(reading(number));
  return t.settled(`the change of ${names} is read`, look, (seen) => isStored(seen, members));
}
