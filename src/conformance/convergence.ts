import { setTimeout as delay } from 'node:timers/promises';

/** How long an accepted change took to become visible, in milliseconds. */
export interface Convergence {
  readonly what: string;
  readonly ms: number;
}

const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 250;

/** The outcome of waiting: the last thing seen, whether it held, and the milliseconds that it took. */
export interface Waited<T> {
  readonly seen: T;
  readonly held: boolean;
  readonly ms: number;
}

/** Looks again and again, at growing distances, until `holds` or `limitMs` is over; the first look is at once. */
export async function waitUntil<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  limitMs: number,
): Promise<Waited<T>> {
  const startedAt = Date.now();
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const seen = await look();
    const ms = Date.now() - startedAt;
    if (holds(seen)) return { seen, held: true, ms };
    if (ms >= limitMs) return { seen, held: false, ms };
    await delay(Math.min(wait, Math.max(limitMs - ms, 1)));
  }
}
