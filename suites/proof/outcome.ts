import type { Deviation } from '../../fixtures/reference-target/deviations/index.ts';
import { EXIT_CODES } from '../../src/cli/exit-code.ts';
import { runVerdict } from '../../src/report/run-verdict.ts';
import type { JudgedRequirement } from '../../src/report/judged-requirement.ts';
import type { Trial } from './trial.ts';

/** How a trial ended: the exit code that the command would end with, every verdict, and the requests sent. */
export interface TrialOutcome {
  readonly code: number;
  readonly judged: readonly JudgedRequirement[];
  readonly requests: number;
}

/** The outcome of a trial; where no run could start there is nothing but the exit code. */
export function trialOutcome(trial: Trial | undefined): TrialOutcome {
  if (trial === undefined) return { code: EXIT_CODES.error, judged: [], requests: 0 };
  const judged = trial.judge();
  return { code: EXIT_CODES[runVerdict(judged)], judged, requests: trial.run.client.requests };
}

/** What a trial of one deviation showed: its exit code, who was blamed, and which checks broke down. */
export interface Outcome {
  readonly name: string;
  readonly code: number;
  readonly blamed: readonly string[];
  /** Why each of them was blamed. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
  readonly untestable: number;
  readonly requests: number;
}

/** Reads a trial of a target with a deviation. */
export function outcomeOf(name: string, { code, judged, requests }: TrialOutcome): Outcome {
  const blamed = judged.filter(({ verdict }) => ['failed', 'warning'].includes(verdict));
  return {
    name,
    code,
    blamed: blamed.map(({ requirement }) => requirement.id),
    reasons: Object.fromEntries(blamed.map((entry) => [entry.requirement.id, describe(entry)])),
    errors: idsWith(judged, 'error'),
    untestable: idsWith(judged, 'untestable').length,
    requests,
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
  readonly code: number;
  /** The requirements that did not pass, with the reason. */
  readonly broken: readonly string[];
  readonly requests: number;
}

/** Reads a trial of a target that is right. */
export function alarmsOf(name: string, { code, judged, requests }: TrialOutcome): Alarms {
  const broken = judged.filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict));
  return { name, code, broken: broken.map((entry) => describe(entry)), requests };
}

/** What a trial of a server that implements nothing showed: its exit code, and every MUST that passed all the same. */
export interface Luck {
  readonly name: string;
  readonly code: number;
  readonly passed: readonly string[];
  readonly requests: number;
}

/** Reads a trial of a server that implements nothing. */
export function luckOf(name: string, { code, judged, requests }: TrialOutcome): Luck {
  const passed = judged.filter(({ verdict, level }) => verdict === 'passed' && level === 'MUST');
  return { name, code, passed: passed.map(({ requirement }) => requirement.id), requests };
}

function idsWith(judged: readonly JudgedRequirement[], ...verdicts: readonly string[]): string[] {
  return judged.filter(({ verdict }) => verdicts.includes(verdict)).map(({ requirement }) => requirement.id);
}

function describe({ requirement, verdict, reason, findings }: JudgedRequirement): string {
  const [first] = findings;
  const told = reason ?? `${first?.label ?? ''} expected ${first?.expected}, received ${first?.received}`;
  return `${requirement.id} ${verdict}: ${told}`;
}
