/** A bounded number of places; who comes when all are taken waits for one. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
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
  async take(): Promise<void> {
    while (this.#taken >= this.#places) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken += 1;
  }

  /** Gives a place back. */
  release(): void {
    this.#taken -= 1;
    this.#call();
  }

  #call(): void {
    for (let free = this.#places - this.#taken; free > 0; free -= 1) this.#waiting.shift()?.();
  }
}
