import type { RunVerdict } from '../conformance/verdict.ts';
import type { JudgedRequirement } from './judged-requirement.ts';

/** The verdict of a run: a broken MUST decides first, then the suite's own faults, then what could not be tested. */
export function runVerdict(judged: readonly JudgedRequirement[]): RunVerdict {
  const has = (...verdicts: string[]) => judged.some(({ verdict }) => verdicts.includes(verdict));
  if (has('failed')) return 'non-conformant';
  if (has('error') || !has('passed', 'warning')) return 'error';
  const gap = judged.some(
    ({ verdict, level, provisional }) => verdict === 'untestable' && level === 'MUST' && !provisional,
  );
  return gap ? 'incomplete' : 'conformant';
}
