import type { Progress } from '../../report/verdict-reporter.ts';

const STEP = 25;

/** A line at every 25th requirement, for logs. */
export class PlainLines implements Progress {
  readonly #stream: NodeJS.WritableStream;
  #total = 0;
  #done = 0;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
  }

  begun(count: number): void {
    this.#total += count;
  }

  examined(): void {
    this.#done += 1;
    if (this.#done % STEP > 0 && this.#done < this.#total) return;
    this.#stream.write(`${this.#done}/${this.#total} requirements examined\n`);
  }

  over(): void {}
}
