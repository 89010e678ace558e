import type { Deviation } from '../../fixtures/reference-target/deviations/index.ts';
import type { Results } from '../../src/report/results.ts';
import type { Trial } from './trial.ts';

/** What a trial of one deviation showed: who noticed it, and who else was blamed. */
export interface Outcome {
  readonly name: string;
  readonly breaks: readonly string[];
  readonly code: number | null;
  readonly noticedBy: readonly string[];
  readonly alsoBlamed: readonly string[];
  readonly errors: readonly string[];
  readonly untestable: number;
  readonly requests: number;
  readonly ms: number;
}

/** Reads a trial against what its deviation says that it breaks. */
export function outcomeOf({ name, breaks }: Deviation, { code, results, ms }: Trial): Outcome {
  const having = (...verdicts: string[]) =>
    (results?.requirements ?? []).filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);
  const blamed = having('failed', 'warning');
  return {
    name,
    breaks,
    code,
    ms,
    errors: having('error'),
    untestable: having('untestable').length,
    requests: results?.requests ?? 0,
    noticedBy: blamed.filter((id) => breaks.includes(id)),
    alsoBlamed: blamed.filter((id) => !breaks.includes(id)),
  };
}

/** What a trial of a right target showed: its exit code, and every verdict that needs an explanation. */
export interface Alarms {
  readonly name: string;
  readonly code: number | null;
  readonly broken: readonly string[];
  readonly ms: number;
}

/** Reads a trial of a target that is right. */
export function alarmsOf(name: string, { code, results, ms }: Trial): Alarms {
  const broken = (results?.requirements ?? []).filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict));
  return { name, code, broken: broken.map((entry) => describe(entry)), ms };
}

function describe({ id, verdict, reason, findings = [] }: Results['requirements'][number]): string {
  const [first] = findings;
  return `${id} ${verdict}: ${reason ?? `${first?.label ?? ''} expected ${first?.expected}, received ${first?.received}`}`;
}
