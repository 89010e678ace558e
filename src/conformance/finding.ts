import { describeViolation } from '../contract/describe-violation.ts';
import type { Violation } from '../contract/violation.ts';
import type { Exchange } from '../http/exchange.ts';

/** One departure: what the statement wants, what the target did, where the contract says so, and the proof. */
export interface Finding {
  readonly expected: string;
  readonly received: string;
  /** A JSON pointer into the contract, or the source of the statement where it has none. */
  readonly pointer?: string | undefined;
  /** Which case of a table, such as `pageNumber=0`. */
  readonly label?: string | undefined;
  readonly exchanges: readonly Exchange[];
}

/** A finding in one phrase. */
export function inShort({ expected, received }: Pick<Finding, 'expected' | 'received'>): string {
  return `expected ${expected}, received ${received}`;
}

/** The finding that a violation of the contract is. */
export function findingOf(violation: Violation, exchange: Exchange): Finding {
  return { ...describeViolation(violation), pointer: violation.pointer, exchanges: [exchange] };
}

/** A finding of one case, and of which; a case may be one of another table's. */
export function labelled(finding: Finding, label: string): Finding {
  return { ...finding, label: finding.label === undefined ? label : `${label}, ${finding.label}` };
}

/** The findings without those that show the same again: an equal departure in the answer to an equal request. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter((finding) => told.size < told.add(contentOf(finding)).size);
}

function contentOf({ expected, received, exchanges }: Finding): string {
  return JSON.stringify([
    expected,
    received,
    exchanges.map(({ request: { method, url, body } }) => [method, url, body]),
  ]);
}

/** What a finding expects where no complete answer arrived. */
export const UNANSWERED = 'a complete answer';
