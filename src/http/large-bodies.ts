import { Slots } from './slots.ts';

/** Bytes up to which a body is read without further ado. */
export const SMALL_BODY = 1024 * 1024;

/** Most bytes that are read of one answer, before and after decompression. */
export const BODY_LIMIT = 8 * 1024 * 1024;

const AT_ONCE = 2;
const MOST_IN_ALL = 4 * BODY_LIMIT;

/** Bounds the memory that the large answers of a target take: so many at once, so many bytes in all. */
export class LargeBodies {
  readonly #slots = new Slots(AT_ONCE);
  #left = MOST_IN_ALL;

  /** Waits until one more large body may be read; ends with `leave`. */
  async enter(): Promise<void> {
    await this.#slots.take();
  }

  leave(): void {
    this.#slots.release();
  }

  /** Whether a body of so many bytes may be kept for the rest of the run. */
  keep(bytes: number): boolean {
    if (bytes <= SMALL_BODY) return true;
    this.#left -= bytes;
    return this.#left >= 0;
  }
}
