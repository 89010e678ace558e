import { BroadcastChannel } from 'node:worker_threads';

const CHANNEL = 'emporix-conformance-interruption';
// Told again and again, since a worker may still be starting.
const REPEAT_MS = 50;

/** Asks the run of this process, in whichever thread, to send nothing more but what cleans up, and why. */
export function interruptRun(reason: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  // Threads of one process have no origin to name.
  // oxlint-disable-next-line require-post-message-target-origin
  setInterval(() => channel.postMessage(reason), REPEAT_MS).unref();
  channel.unref();
}

/** Calls `stop` with the reason once the run is asked to end; returns how to stop listening. */
export function onInterruption(stop: (reason: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event) => stop(String((event as MessageEvent).data)), { once: true });
  channel.unref();
  return () => channel.close();
}
