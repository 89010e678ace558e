import type { Requirement } from '../conformance/catalogue.ts';
import type { Convergence } from '../conformance/convergence.ts';
import type { ExaminationRecord } from '../conformance/examination-record.ts';
import type { Finding } from '../conformance/finding.ts';
import type { Level, Verdict } from '../conformance/verdict.ts';

/** A requirement with its verdict; what did not pass says why. */
export interface JudgedRequirement {
  readonly requirement: Requirement;
  readonly level: Level;
  readonly verdict: Verdict;
  /** Added after the revision was fixed: it is judged, and decides nothing yet. */
  readonly provisional: boolean;
  readonly reason?: string;
  readonly findings: readonly Finding[];
  /** Sequence numbers of its exchanges. */
  readonly exchanges: readonly number[];
  readonly convergences: readonly Convergence[];
  readonly notes: readonly string[];
  readonly durationMs: number;
}

/** What a test left behind, and how its requirement binds. */
export interface Examined {
  readonly level: Level;
  /** A broken SHOULD fails. */
  readonly strict: boolean;
  /** Added after the revision was fixed, so that breaking it is a warning. */
  readonly provisional: boolean;
  readonly record: ExaminationRecord | undefined;
  readonly durationMs: number;
  /** Why there is no record, where there is none. */
  readonly unfinished: string;
}

/** Turns what a test left behind into a verdict; a test that left nothing is the suite's fault. */
export function judge(requirement: Requirement, examined: Examined): JudgedRequirement {
  const { level, strict, provisional, record, durationMs, unfinished } = examined;
  const { exchanges = [], convergences = [], notes = [] } = record ?? {};
  const common = { requirement, level, provisional, findings: [], exchanges, convergences, notes, durationMs };
  const outcome = record?.outcome ?? { kind: 'error' as const, reason: unfinished };
  if (outcome.kind === 'passed') return { ...common, verdict: 'passed' };
  if (outcome.kind !== 'broken') return { ...common, verdict: outcome.kind, reason: outcome.reason };
  const fails = !provisional && (level === 'MUST' || (strict && level === 'SHOULD'));
  return { ...common, verdict: fails ? 'failed' : 'warning', findings: outcome.findings };
}
