import { setTimeout as delay } from 'node:timers/promises';

/** What time it is for a run, in milliseconds since the epoch, and how to let some pass. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => delay(ms),
};
