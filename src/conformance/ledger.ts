import type { Violation } from '../contract/violation.ts';
import { excerptOf } from '../http/excerpt.ts';
import type { Exchange } from '../http/exchange.ts';
import { LargeBodyRoom } from './large-body-room.ts';

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

/** An exchange in one line: enough to count, to chart and to find it again. */
export interface ExchangeLine {
  readonly sequence: number;
  readonly requirement: string;
  readonly operation: string;
  readonly principal: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly durationMs: number;
}

// What the checks that look back at every answer may hold in memory.
const MOST_OF_LARGE = 16 * 1024 * 1024;
const LONGEST_URL = 300;

/** The exchanges of a run, in the order of their answers; of those with large bodies only so many megabytes. */
export class Ledger {
  /** Every exchange in one line. */
  readonly lines: ExchangeLine[] = [];
  readonly #entries: LedgerEntry[] = [];
  readonly #room = new LargeBodyRoom(MOST_OF_LARGE);

  /** Adds an exchange. */
  record(entry: LedgerEntry): void {
    this.lines.push(toLine(entry));
    if (this.#room.take(sizeOf(entry.exchange))) this.#entries.push(entry);
  }

  /** The exchanges that fit. */
  select(fits: (entry: LedgerEntry) => boolean): LedgerEntry[] {
    return this.#entries.filter((entry) => fits(entry));
  }
}

function toLine({ exchange, operation = 'other', requirement }: LedgerEntry): ExchangeLine {
  const { sequence, principal, request, response, durationMs } = exchange;
  const url = excerptOf(request.url, LONGEST_URL);
  return {
    sequence,
    requirement,
    operation,
    principal,
    method: request.method,
    url,
    status: response.status,
    durationMs,
  };
}

function sizeOf({ request, response }: Exchange): number {
  return (request.body?.length ?? 0) + response.body.length;
}
