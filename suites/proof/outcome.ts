import type { Deviation } from '../../fixtures/reference-target/deviations/index.ts';
import type { Results } from '../../src/report/results.ts';
import type { Trial } from './trial.ts';

/** What a trial of one deviation showed: its exit code, who was blamed, and which checks broke down. */
export interface Outcome {
  readonly name: string;
  readonly code: number | null;
  readonly blamed: readonly string[];
  readonly errors: readonly string[];
  readonly untestable: number;
  readonly requests: number;
}

/** Reads a trial of a target with a deviation. */
export function outcomeOf(name: string, { code, results }: Trial): Outcome {
  return {
    name,
    code,
    blamed: idsWith(results, 'failed', 'warning'),
    errors: idsWith(results, 'error'),
    untestable: idsWith(results, 'untestable').length,
    requests: results?.requests ?? 0,
  };
}

/** The requirements that were blamed: broken by the deviation, entailed by it, or neither. */
export interface Attribution {
  readonly noticedBy: readonly string[];
  readonly entailed: readonly string[];
  readonly alsoBlamed: readonly string[];
}

/** Holds who was blamed against what a deviation says of itself. */
export function attribute({ breaks, entails = [] }: Deviation, { blamed }: Outcome): Attribution {
  return {
    noticedBy: blamed.filter((id) => breaks.includes(id)),
    entailed: blamed.filter((id) => entails.includes(id)),
    alsoBlamed: blamed.filter((id) => !breaks.includes(id) && !entails.includes(id)),
  };
}

/** What a trial of a right target showed: its exit code, and every verdict that needs an explanation. */
export interface Alarms {
  readonly name: string;
  readonly code: number | null;
  /** The requirements that did not pass, with the reason. */
  readonly broken: readonly string[];
  readonly requests: number;
}

/** Reads a trial of a target that is right. */
export function alarmsOf(name: string, { code, results }: Trial): Alarms {
  const broken = (results?.requirements ?? []).filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict));
  return { name, code, broken: broken.map((entry) => describe(entry)), requests: results?.requests ?? 0 };
}

/** What a trial of a server that implements nothing showed: its exit code, and every MUST that passed all the same. */
export interface Luck {
  readonly name: string;
  readonly code: number | null;
  readonly passed: readonly string[];
  readonly requests: number;
}

/** Reads a trial of a server that implements nothing. */
export function luckOf(name: string, { code, results }: Trial): Luck {
  const passed = (results?.requirements ?? []).filter(({ verdict, level }) => verdict === 'passed' && level === 'MUST');
  return { name, code, passed: passed.map(({ id }) => id), requests: results?.requests ?? 0 };
}

function idsWith(results: Results | undefined, ...verdicts: readonly string[]): string[] {
  return (results?.requirements ?? []).filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);
}

function describe({ id, verdict, reason, findings = [] }: Results['requirements'][number]): string {
  const [first] = findings;
  return `${id} ${verdict}: ${reason ?? `${first?.label ?? ''} expected ${first?.expected}, received ${first?.received}`}`;
}
