import { printable } from '../../report/printable.ts';

/** What was found about one thing that a first run stumbles over. */
export interface Diagnosis {
  readonly subject: string;
  /** A `problem` keeps the run from judging; a `note` only limits what is judged. */
  readonly state: 'ok' | 'note' | 'problem';
  readonly found: string;
  readonly remedy?: string;
}

/** A diagnosis as a person reads it, the remedy on a line of its own. */
export function describeDiagnosis({ subject, state, found, remedy }: Diagnosis): string {
  const line = `${state.padEnd(8)} ${subject.padEnd(16)} ${printable(found)}`;
  return remedy === undefined ? line : `${line}\n${''.padEnd(26)}remedy: ${remedy}`;
}
