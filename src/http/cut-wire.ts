import type { Wire } from './wire.ts';

/** A way to nowhere: whatever is sent fails. Throws Error with `reason`. */
export function cutWire(reason: string): Wire {
  return {
    async send() {
      throw new Error(reason);
    },
    async close() {},
  };
}
