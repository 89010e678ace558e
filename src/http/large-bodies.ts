import { Slots } from './slots.ts';

/** Bytes up to which a body is read without further ado. */
export const SMALL_BODY = 1024 * 1024;

/** Most bytes that are read of one answer, before and after decompression. */
export const BODY_LIMIT = 8 * 1024 * 1024;

const AT_ONCE = 2;

/** Bounds the memory that the large answers of a target take: only so many are read at once. */
export class LargeBodies {
  readonly #slots = new Slots(AT_ONCE);

  /** Waits until one more large body may be read; ends with `leave`. */
  async enter(): Promise<void> {
    await this.#slots.take();
  }

  leave(): void {
    this.#slots.release();
  }
}
