import { TransportError } from '../http/transport-error.ts';
import { ContractFailure } from './contract-failure.ts';
import type { Convergence } from './convergence.ts';
import { toEvidence } from './evidence.ts';
import type { Examination } from './examination.ts';
import { UNANSWERED, type Finding } from './finding.ts';
import { Untestable } from './untestable.ts';

/** What an examination found, as it travels from the worker to the reporter: plain data without secrets. */
export interface ExaminationRecord {
  readonly id: string;
  readonly outcome: Outcome;
  /** Sequence numbers of what was exchanged; the evidence of the run holds the exchanges. */
  readonly exchanges: readonly number[];
  readonly convergences: readonly Convergence[];
  readonly notes: readonly string[];
}

/** How an examination ended; only the ends that have a reason carry one. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'broken'; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-applicable' | 'untestable' | 'error'; readonly reason: string };

/** Turns what a body threw into an outcome; what is not a known error is the suite's own. */
export function outcomeOf(fault: unknown): Outcome {
  if (fault instanceof ContractFailure) return { kind: 'broken', findings: fault.findings };
  if (fault instanceof Untestable) return { kind: 'untestable', reason: fault.message };
  if (fault instanceof TransportError) return { kind: 'broken', findings: [transportFinding(fault)] };
  return { kind: 'error', reason: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
}

/** The record of an examination, redacted. */
export function toRecord(examination: Examination, outcome: Outcome): ExaminationRecord {
  const { secrets } = examination.run;
  return {
    id: examination.requirement.id,
    outcome: redactOutcome(outcome, examination),
    exchanges: examination.exchanges.map(({ sequence }) => sequence),
    convergences: [...examination.convergences],
    notes: examination.notes.map((note) => secrets.redact(note)),
  };
}

function redactOutcome(outcome: Outcome, { run }: Examination): Outcome {
  if (outcome.kind === 'passed') return outcome;
  if (outcome.kind !== 'broken') return { ...outcome, reason: run.secrets.redact(outcome.reason) };
  const findings = outcome.findings.map((finding) => ({
    ...finding,
    expected: run.secrets.redact(finding.expected),
    received: run.secrets.redact(finding.received),
    exchanges: finding.exchanges.map((exchange) => toEvidence(exchange, run.secrets)),
  }));
  return { kind: 'broken', findings };
}

function transportFinding(fault: TransportError): Finding {
  return { expected: UNANSWERED, received: fault.message, exchanges: [] };
}
