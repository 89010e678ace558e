import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Slots } from './slots.ts';

const IN_FLIGHT = 32;

// How long all requests are held back where a deployment refuses for their number and does not say for how long; who refuses
// for another reason is not to keep a run for ever.
const UNTOLD_PAUSE_MS = 1_000;
const MOST_UNTOLD_PAUSES = 100;

// Answers after which one more may be under way again.
const REGAIN = 32;

/**
 * Holds requests back: a bounded number under way, at most `rate` a second, and all of them while paused. A deployment that
 * asks for a pause may bear fewer at once, so half as many are under way afterwards, and more again little by little.
 */
export class Pace {
  readonly #spacingMs: number;
  readonly #slots = new Slots(IN_FLIGHT);
  #nextAt = 0;
  #pausedUntil = 0;
  #untoldPauses = 0;
  #answers = 0;
  #halt = openHalt();

  constructor(rate: number | undefined) {
    this.#spacingMs = rate === undefined ? 0 : 1_000 / rate;
  }

  /** Nothing leaves before `ms` milliseconds from now. */
  pause(ms: number): void {
    const now = Date.now();
    // Those that are under way together are refused together.
    if (now >= this.#pausedUntil) this.#slots.places = Math.ceil(this.#slots.places / 2);
    this.#pausedUntil = Math.max(this.#pausedUntil, now + ms);
    this.#nextAt = Math.max(this.#nextAt, this.#pausedUntil);
  }

  /** A pause as if it had been asked for, unless there is one or there have been too many. */
  slowDown(): void {
    if (Date.now() < this.#pausedUntil || this.#untoldPauses === MOST_UNTOLD_PAUSES) return;
    this.#untoldPauses += 1;
    this.pause(UNTOLD_PAUSE_MS);
  }

  /** Every turn that has not come fails with `reason`, until resumed. */
  halt(reason: Error): void {
    this.#halt.abort(reason);
  }

  /** Gives turns again. */
  resume(): void {
    this.#halt = openHalt();
  }

  /** Runs `send` when its turn has come; of those who wait, the lowest rank is next. */
  async turn<T>(send: () => Promise<T>, rank = 0): Promise<T> {
    await this.#slots.take(rank);
    try {
      await this.#moment();
      const answer = await send();
      this.#regain();
      return answer;
    } finally {
      this.#slots.release();
    }
  }

  #regain(): void {
    this.#answers += 1;
    if (this.#answers % REGAIN === 0) this.#slots.places = Math.min(this.#slots.places + 1, IN_FLIGHT);
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
