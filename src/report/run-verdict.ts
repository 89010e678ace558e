import type { RunVerdict } from '../conformance/verdict.ts';
import type { JudgedRequirement } from './judged-requirement.ts';

/**
 * The verdict of a run: a broken MUST decides first, then the suite's own faults, then what could not be tested. Where nothing
 * was judged at all, that is a fault, too.
 */
export function runVerdict(judged: readonly JudgedRequirement[]): RunVerdict {
  const has = (...verdicts: string[]) => judged.some(({ verdict }) => verdicts.includes(verdict));
  if (has('failed')) return 'non-conformant';
  if (has('error')) return 'error';
  const gap = judged.some(
    ({ verdict, level, provisional }) => verdict === 'untestable' && level === 'MUST' && !provisional,
  );
  if (gap) return 'incomplete';
  return has('passed', 'warning', 'waived') ? 'conformant' : 'error';
}
