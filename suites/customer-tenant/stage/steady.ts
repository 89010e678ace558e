import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { reading } from './calls.ts';
import { stateOf } from './customer.ts';
import { declaredIn } from './declared.ts';
import { bodyOf, type Json } from './json.ts';

/** Reading has to leave a customer as it was, or as it was read `before`; that it does is GET-13's. Throws Untestable. */
export async function controlSteady(t: Examination, number: string, before?: Json): Promise<void> {
  let last = declaredIn(t, before ?? (await stateOf(t, number)));
  // What a read shows may lag behind, so it is each look that has to agree with the one before.
  await t.settled(
    'a customer that is only read stays as it was',
    () => t.send(reading(number)),
    (again) => {
      const now = declaredIn(t, bodyOf(again));
      const isSame = isDeepStrictEqual(now, last);
      last = now;
      return isSame;
    },
  );
}
