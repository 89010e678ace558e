import type { Clock } from './clock.ts';
import type { Deadline } from './counterpart.ts';

/** How long an accepted change took to become visible, in milliseconds. */
export interface Convergence {
  readonly what: string;
  readonly ms: number;
}

const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 250;

// How much later, of the time that it took.
const LATER = 0.5;

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
  /** Decides when to give up, instead of the clock; asked for anew by each round of looks. */
  readonly newDeadline?: () => Deadline;
  /** Called before the first look that is not at once. */
  readonly onWait?: () => void;
  /** Whether a state that was seen once may be gone at the next look, and counts only at the end of the time. */
  readonly toTheEnd?: boolean;
}

/** A wait, and whether the first look was enough. */
interface Looked<T> extends Waited<T> {
  readonly atOnce: boolean;
}

/**
 * Looks again and again until `holds` or `limitMs` is over. A state that came late may vanish again, so it is looked at once
 * more: after half the time that it took, or at the end of the time where `toTheEnd`.
 */
export async function waitUntil<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  patience: Patience,
): Promise<Waited<T>> {
  const first = await lookUntil(look, holds, patience);
  const { limitMs, clock, toTheEnd = false } = patience;
  if (!first.held || (first.atOnce && !toTheEnd)) return first;
  await clock.sleep(toTheEnd ? Math.max(limitMs - first.ms, 0) : first.ms * LATER);
  // Somebody else may write just then, so a single look would not do.
  return { ...(await lookUntil(look, holds, patience)), ms: first.ms };
}

/** Looks at growing distances; the first look is at once. */
async function lookUntil<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  { limitMs, clock, newDeadline = byTheClock, onWait }: Patience,
): Promise<Looked<T>> {
  const startedAt = clock.now();
  const isOver = newDeadline();
  for (let looks = 1, wait = FIRST_WAIT_MS; ; looks += 1, wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const askedAfterMs = clock.now() - startedAt;
    const seen = await look();
    const ms = clock.now() - startedAt;
    const atOnce = looks === 1;
    if (holds(seen)) return { seen, held: true, ms, atOnce };
    // A look that began before may have been answered by what was then.
    if (isOver(looks, askedAfterMs >= limitMs)) return { seen, held: false, ms, atOnce };
    if (atOnce) onWait?.();
    await clock.sleep(Math.min(wait, Math.max(limitMs - ms, 1)));
  }
}

function byTheClock(): Deadline {
  return (_looks, isPast) => isPast;
}
