import type { RunVerdict } from '../conformance/verdict.ts';

/** Exit code of each verdict, as the public interface fixes them. */
export const EXIT_CODES: Readonly<Record<RunVerdict, number>> = {
  conformant: 0,
  'non-conformant': 1,
  error: 2,
  incomplete: 3,
};
