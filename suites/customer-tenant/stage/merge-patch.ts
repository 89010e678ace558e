import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { patching } from './calls.ts';
import { createCustomer } from './customer.ts';
import { shared } from './shared.ts';

/** A change in the media type that the contract offers beside JSON. */
export function mergePatching(number: string, changes: unknown, as: PrincipalName = 'manage'): Call {
  return { ...patching(number, changes, as), mediaType: 'application/merge-patch+json', invalid: true };
}

/** Whether changes are taken in that form, too, which is left to the target. Throws Untestable. */
export async function takesMergePatches(t: Examination): Promise<boolean> {
  return shared(t, 'merge patch', async (stage) => {
    const { number } = await createCustomer(stage);
    return isAccepted(await stage.send(mergePatching(number, { company: builderOf(stage).marker() })));
  });
}
