const ENOUGH = 64 * 1024;

/** What a body that arrives can ask of its connection. */
export interface Inflow {
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/** A body as it arrives, to be read once; who reads slowly holds the connection back. */
export class ArrivingBody implements AsyncIterable<Buffer> {
  readonly #inflow: Inflow;
  #chunks: Buffer[] = [];
  #size = 0;
  #end: { readonly fault?: Error } | undefined;
  #wake: () => void = () => {};

  constructor(inflow: Inflow) {
    this.#inflow = inflow;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > ENOUGH) this.#inflow.pause();
    this.#wake();
  }

  /** Nothing more comes, in the end or because of a fault. */
  finish(fault?: Error): void {
    this.#end ??= fault === undefined ? {} : { fault };
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void> {
    try {
      while (this.#chunks.length > 0 || this.#end === undefined) {
        yield* this.#take();
        if (this.#end === undefined) await this.#more();
      }
      if (this.#end.fault) throw this.#end.fault;
    } finally {
      if (this.#end === undefined) this.#inflow.abort(new Error('the rest of the body is not wanted'));
    }
  }

  #take(): Buffer[] {
    const taken = this.#chunks;
    if (this.#size > ENOUGH) this.#inflow.resume();
    this.#chunks = [];
    this.#size = 0;
    return taken;
  }

  async #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
