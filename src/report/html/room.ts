const CHARACTERS = 800_000;

/** How much more evidence the page may hold; beyond it, a reader is sent to `results.json`. */
export class Room {
  #left = CHARACTERS;

  /** Whether a piece still fits; if so, its room is taken. */
  take(length: number): boolean {
    if (length > this.#left) return false;
    this.#left -= length;
    return true;
  }
}
