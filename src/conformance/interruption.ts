import { BroadcastChannel } from 'node:worker_threads';

const CHANNEL = 'emporix-conformance-interruption';
// Told again and again, since a worker may still be starting.
const REPEAT_MS = 50;

/** Asks the run of this process, in whichever thread, to send nothing more but what cleans up. */
export function interruptRun(): void {
  const channel = new BroadcastChannel(CHANNEL);
  // Threads of one process have no origin to name.
  // oxlint-disable-next-line require-post-message-target-origin
  setInterval(() => channel.postMessage('stop'), REPEAT_MS).unref();
  channel.unref();
}

/** Calls `stop` once the run is asked to end; returns how to stop listening. */
export function onInterruption(stop: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', stop, { once: true });
  channel.unref();
  return () => channel.close();
}
