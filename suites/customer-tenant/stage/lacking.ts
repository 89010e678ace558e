import type { Examination } from '../../../src/conformance/examination.ts';

/** The check of a requirement whose token no variable of the public interface supplies: no run claims its feature. */
export function lacking(token: string): (t: Examination) => Promise<void> {
  return async (t) => t.control(false, `no configuration supplies ${token}`);
}
