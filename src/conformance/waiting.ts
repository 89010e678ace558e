import { BroadcastChannel } from 'node:worker_threads';

const CHANNEL = 'emporix-conformance-waiting';

/** What a run waits for: on whose behalf, and until when at most, in milliseconds since the epoch; 0 once it is over. */
export interface Wait {
  readonly by: string;
  readonly what: string;
  readonly until: number;
}

/** Tells whoever watches this process, in whichever thread, what a run waits for. */
export class WaitingBoard {
  readonly #channel = new BroadcastChannel(CHANNEL);

  constructor() {
    this.#channel.unref();
  }

  /** Tells of a wait, or that it is over. */
  post(wait: Wait): void {
    // Threads of one process have no origin to name.
    // oxlint-disable-next-line require-post-message-target-origin
    this.#channel.postMessage(wait);
  }

  close(): void {
    this.#channel.close();
  }
}

/** Calls `tell` for every wait of a run in this process; returns how to stop listening. */
export function onWaiting(tell: (wait: Wait) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event) => tell((event as MessageEvent).data as Wait));
  channel.unref();
  return () => channel.close();
}
