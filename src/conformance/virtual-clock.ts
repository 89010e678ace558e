import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from './clock.ts';

interface Appointment {
  readonly at: number;
  /** Which comes first of those at the same time. */
  readonly rank: number;
  readonly keep: () => void;
}

/** A clock that jumps to the next appointment as soon as nobody has anything left to do: waiting takes no time. */
export class VirtualClock implements Clock {
  #now: number;
  #isTicking = false;
  readonly #appointments: Appointment[] = [];

  constructor(startsAt: number) {
    this.#now = startsAt;
  }

  now(): number {
    return this.#now;
  }

  async sleep(ms: number): Promise<void> {
    return this.until(this.#now + ms);
  }

  /** Waits until it is `at`, or until all who work have come to wait where that is over; `rank` tells who goes first. */
  async until(at: number, rank = Infinity): Promise<void> {
    const kept = new Promise<void>((keep) => this.#appointments.push({ at, rank, keep }));
    if (!this.#isTicking) void this.#tick();
    return kept;
  }

  async #tick(): Promise<void> {
    this.#isTicking = true;
    while (this.#appointments.length > 0) {
      // Each appointment is kept, and all that follows from it done, before the next.
      // oxlint-disable-next-line no-await-in-loop
      await nextTurn();
      this.#keepNext();
    }
    this.#isTicking = false;
  }

  #keepNext(): void {
    const first = this.#appointments.reduce((one, other) => (isBefore(other, one) ? other : one));
    this.#appointments.splice(this.#appointments.indexOf(first), 1);
    this.#now = Math.max(this.#now, first.at);
    first.keep();
  }
}

function isBefore(one: Appointment, other: Appointment): boolean {
  return one.at < other.at || (one.at === other.at && one.rank < other.rank);
}
