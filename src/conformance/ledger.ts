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

const SMALL_BODY = 64 * 1024;
const MOST_OF_LARGE = 16 * 1024 * 1024;

/** The exchanges of a run, in the order of their answers; of those with large bodies only so many megabytes. */
export class Ledger {
  readonly #entries: LedgerEntry[] = [];
  readonly #effort: Record<string, Record<string, number>> = {};
  #large = 0;

  /** Adds an exchange. */
  record(entry: LedgerEntry): void {
    const { requirement, operation = 'other', exchange } = entry;
    const own = (this.#effort[requirement] ??= {});
    own[operation] = (own[operation] ?? 0) + 1;
    const size = sizeOf(exchange);
    if (size > SMALL_BODY) this.#large += size;
    if (size <= SMALL_BODY || this.#large <= MOST_OF_LARGE) this.#entries.push(entry);
  }

  /** How many requests of each operation each requirement sent. */
  get effort(): Effort {
    return this.#effort;
  }

  /** The exchanges that fit. */
  select(fits: (entry: LedgerEntry) => boolean): LedgerEntry[] {
    return this.#entries.filter((entry) => fits(entry));
  }
}

function sizeOf({ request, response }: Exchange): number {
  return (request.body?.length ?? 0) + response.body.length;
}
