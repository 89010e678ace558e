import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Slots } from './slots.ts';

const IN_FLIGHT = 32;

/** Holds requests back: a bounded number under way, at most `rate` a second, and all of them while paused. */
export class Pace {
  readonly #spacingMs: number;
  readonly #slots = new Slots(IN_FLIGHT);
  #nextAt = 0;
  #halt = openHalt();

  constructor(rate: number | undefined) {
    this.#spacingMs = rate === undefined ? 0 : 1_000 / rate;
  }

  /** Nothing leaves before `ms` milliseconds from now. */
  pause(ms: number): void {
    this.#nextAt = Math.max(this.#nextAt, Date.now() + ms);
  }

  /** Every turn that has not come fails with `reason`, until resumed. */
  halt(reason: Error): void {
    this.#halt.abort(reason);
  }

  /** Gives turns again. */
  resume(): void {
    this.#halt = openHalt();
  }

  /** Runs `send` when its turn has come. */
  async turn<T>(send: () => Promise<T>): Promise<T> {
    await this.#slots.take();
    try {
      await this.#moment();
      return await send();
    } finally {
      this.#slots.release();
    }
  }

  async #moment(): Promise<void> {
    const { signal } = this.#halt;
    for (let wait = this.#nextAt - Date.now(); wait > 0 && !signal.aborted; wait = this.#nextAt - Date.now()) {
      await delay(wait, undefined, { signal }).catch(() => {});
    }
    signal.throwIfAborted();
    if (this.#spacingMs > 0) this.#nextAt = Math.max(this.#nextAt, Date.now()) + this.#spacingMs;
  }
}

/** What every request under way may wait on at once, which Node would take for a leak. */
function openHalt(): AbortController {
  const halt = new AbortController();
  setMaxListeners(IN_FLIGHT, halt.signal);
  return halt;
}
