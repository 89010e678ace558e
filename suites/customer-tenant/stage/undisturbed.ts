import type { Waited } from '../../../src/conformance/convergence.ts';
import type { Examination } from '../../../src/conformance/examination.ts';

/** Looks again where it does not hold, because somebody else may have written in between; returns the last look. */
export async function undisturbed<T>(
  t: Examination,
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
): Promise<Waited<T>> {
  return t.waitUntil(look, holds);
}
