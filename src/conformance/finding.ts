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
