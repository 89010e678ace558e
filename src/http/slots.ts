/** A bounded number of places; who comes when all are taken waits for one. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  /** Takes a place, as soon as there is one. */
  async take(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
  }

  /** Gives a place back. */
  release(): void {
    this.#free += 1;
    this.#waiting.shift()?.();
  }
}
