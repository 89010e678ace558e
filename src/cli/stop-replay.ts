import type { Reporter } from 'vitest/node';
import { EXIT_CODES } from './exit-code.ts';
import { SIGNALS } from './stop.ts';

/** Ends a replay at once on SIGINT or SIGTERM, which it takes over from vitest: there is nothing to delete. */
export class StopReplay implements Reporter {
  onInit(): void {
    for (const signal of SIGNALS) {
      process.removeAllListeners(signal);
      process.on(signal, this.#stop);
    }
  }

  onTestRunEnd(): void {
    for (const signal of SIGNALS) process.off(signal, this.#stop);
  }

  readonly #stop = (): void => {
    process.stderr.write('stopped; nothing was decided\n');
    process.exit(EXIT_CODES.error);
  };
}
