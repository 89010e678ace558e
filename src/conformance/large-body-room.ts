/** Bodies up to this size are always kept, in characters. */
export const SMALL_BODY = 64 * 1024;

/** How much room there is for large bodies; small ones need none. */
export class LargeBodyRoom {
  readonly #most: number;
  #taken = 0;

  /** Holds so many characters. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a body of this size may be kept. */
  take(size: number): boolean {
    if (size <= SMALL_BODY) return true;
    this.#taken += size;
    return this.#taken <= this.#most;
  }
}
