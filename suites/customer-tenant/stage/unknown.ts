import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { reading } from './calls.ts';

/** A target has to tell customers apart: what was never sent is not read, in whichever tenant. Throws Untestable. */
export async function controlUnknown(t: Examination, at: (call: Call) => Call = (call) => call): Promise<void> {
  const unknown = await t.send(at(reading(builderOf(t).number())));
  t.control(!isAccepted(unknown), 'an unknown number is not read');
}
