/** Whoever waits for a place, and how soon it is to have one. */
interface Waiting {
  readonly rank: number;
  readonly call: () => void;
}

/** A bounded number of places; who comes when all are taken waits for one, behind everybody of its rank or a lower one. */
export class Slots {
  readonly #waiting: Waiting[] = [];
  #places: number;
  #taken = 0;

  constructor(places: number) {
    this.#places = places;
  }

  /** How many there are; whoever has one keeps it where they become fewer. */
  get places(): number {
    return this.#places;
  }

  set places(places: number) {
    this.#places = places;
    this.#call();
  }

  /** Takes a place, as soon as there is one. */
  async take(rank = 0): Promise<void> {
    while (this.#taken >= this.#places) await this.#called(rank);
    this.#taken += 1;
  }

  /** Gives a place back. */
  release(): void {
    this.#taken -= 1;
    this.#call();
  }

  async #called(rank: number): Promise<void> {
    const before = this.#waiting.findLastIndex((other) => other.rank <= rank);
    return new Promise((call) => this.#waiting.splice(before + 1, 0, { rank, call }));
  }

  #call(): void {
    for (let free = this.#places - this.#taken; free > 0; free -= 1) this.#waiting.shift()?.call();
  }
}
