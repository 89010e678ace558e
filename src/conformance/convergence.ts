import type { Clock } from './clock.ts';

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

/** How long to wait for a state, in milliseconds by a clock. */
export interface Patience {
  readonly limitMs: number;
  readonly clock: Clock;
  /** Called before the first look that is not at once. */
  readonly onWait?: () => void;
}

/** Looks again and again, at growing distances, until `holds` or `limitMs` is over; the first look is at once. */
export async function waitUntil<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  { limitMs, clock, onWait }: Patience,
): Promise<Waited<T>> {
  const startedAt = clock.now();
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const seen = await look();
    const ms = clock.now() - startedAt;
    if (holds(seen)) return { seen, held: true, ms };
    if (ms >= limitMs) return { seen, held: false, ms };
    if (wait === FIRST_WAIT_MS) onWait?.();
    await clock.sleep(Math.min(wait, Math.max(limitMs - ms, 1)));
  }
}
