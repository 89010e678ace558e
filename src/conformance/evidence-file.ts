import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { excerptOf } from '../http/excerpt.ts';
import type { Exchange } from '../http/exchange.ts';
import type { EvidenceLine } from './evidence-line.ts';

const SMALL_BODY = 64 * 1024;
const MOST_OF_LARGE = 64 * 1024 * 1024;
const EXCERPT = 2_000;

/** Where a run writes down what was answered, a line each; of the answers with large bodies only so many megabytes. */
export class EvidenceFile {
  readonly #stream: WriteStream;
  readonly #written: Promise<string | undefined>;
  #large = 0;

  /** Throws where the folder cannot be made. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#stream = createWriteStream(file);
    this.#written = finished(this.#stream).then(
      () => undefined,
      (fault: Error) => `the evidence could not be written: ${fault.message}`,
    );
  }

  /** Adds a line; nobody waits for the disk. */
  write(line: EvidenceLine): void {
    const kept = line.exchange === undefined ? line : this.#bounded(line, line.exchange);
    if (!this.#stream.destroyed) this.#stream.write(`${JSON.stringify(kept)}\n`);
  }

  /** Ends the file; returns in one line why it is not whole, if it is not. */
  async close(): Promise<string | undefined> {
    this.#stream.end();
    return this.#written;
  }

  // The key tells the request, so that an excerpt of a large one is enough.
  #bounded(line: EvidenceLine, exchange: Exchange): EvidenceLine {
    const { request, response } = exchange;
    const { body } = request;
    const sent = { ...exchange, request: { ...request, body: body && shorten(body) } };
    if (response.body.length <= SMALL_BODY) return { ...line, exchange: sent };
    this.#large += response.body.length;
    if (this.#large <= MOST_OF_LARGE) return { ...line, exchange: sent };
    return { ...line, isCut: true, exchange: { ...sent, response: { ...response, body: shorten(response.body) } } };
  }
}

function shorten(body: string): string {
  return body.length <= SMALL_BODY ? body : excerptOf(body, EXCERPT);
}
