import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';

const LONGEST = 66;

/** An id of the greatest length that is documented, or of some characters more than that. */
export function longId(t: Examination, excess = 0): string {
  return builderOf(t)
    .marker()
    .padEnd(LONGEST + excess, 'x');
}
