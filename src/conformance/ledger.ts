import type { Violation } from '../contract/violation.ts';
import type { Exchange } from '../http/exchange.ts';

/** An exchange of the run with what the contract has to say about it. */
export interface LedgerEntry {
  readonly exchange: Exchange;
  readonly operation: string | undefined;
  readonly violations: readonly Violation[];
  /** Id of the requirement during which it was sent. */
  readonly requirement: string;
  /** Whether the request was wrong on purpose. */
  readonly invalid: boolean;
}

/** Requests by requirement and operation. */
export type Effort = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Every exchange of a run, in the order of their answers. */
export class Ledger {
  readonly #entries: LedgerEntry[] = [];

  /** Adds an exchange. */
  record(entry: LedgerEntry): void {
    this.#entries.push(entry);
  }

  /** How many requests of each operation each requirement sent. */
  effort(): Effort {
    const counts: Record<string, Record<string, number>> = {};
    for (const { requirement, operation = 'other' } of this.#entries) {
      const own = (counts[requirement] ??= {});
      own[operation] = (own[operation] ?? 0) + 1;
    }
    return counts;
  }

  /** The exchanges that fit. */
  select(fits: (entry: LedgerEntry) => boolean): LedgerEntry[] {
    return this.#entries.filter((entry) => fits(entry));
  }
}
