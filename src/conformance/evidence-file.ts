import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { excerptOf } from '../http/excerpt.ts';
import type { Exchange } from '../http/exchange.ts';
import type { EvidenceLine } from './evidence-line.ts';
import { LargeBodyRoom, SMALL_BODY } from './large-body-room.ts';

// Half of what a bundle may carry of evidence.
const MOST_OF_LARGE = 32 * 1024 * 1024;
const EXCERPT = 2_000;

/** An exchange as far as it is kept, and whether the body of its answer was left out. */
export interface Kept {
  readonly exchange: Exchange;
  readonly isCut: boolean;
}

/** Where a run writes down what was answered, a line each; of the answers with large bodies only so many megabytes. */
export class EvidenceFile {
  readonly #file: number | undefined;
  #fault: string | undefined;
  readonly #room = new LargeBodyRoom(MOST_OF_LARGE);

  /** Never throws: what is wrong with the disk is told at the end. */
  constructor(file: string) {
    this.#file = this.#attempt(() => {
      mkdirSync(dirname(file), { recursive: true });
      return openSync(file, 'w');
    });
  }

  /** The part of an exchange that there is room for. The key tells the request, so that an excerpt of it is enough. */
  bounded(exchange: Exchange): Kept {
    const { request, response } = exchange;
    const sent = { ...exchange, request: { ...request, body: request.body && shorten(request.body) } };
    if (this.#room.take(response.body.length)) return { exchange: sent, isCut: false };
    return { exchange: { ...sent, response: { ...response, body: shorten(response.body) } }, isCut: true };
  }

  /** Adds a line, at once: lines that waited for the disk would take memory. */
  write(line: EvidenceLine): void {
    const file = this.#file;
    if (file === undefined || this.#fault !== undefined) return;
    this.#attempt(() => writeSync(file, `${JSON.stringify(line)}\n`));
  }

  /** Ends the file; returns in one line why it is not whole, if it is not. */
  close(): string | undefined {
    const file = this.#file;
    if (file !== undefined) this.#attempt(() => closeSync(file));
    return this.#fault;
  }

  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (fault) {
      this.#fault ??= `the evidence could not be written: ${fault instanceof Error ? fault.message : String(fault)}`;
      return undefined;
    }
  }
}

function shorten(body: string): string {
  return body.length <= SMALL_BODY ? body : excerptOf(body, EXCERPT);
}
