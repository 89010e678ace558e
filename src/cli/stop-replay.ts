import type { Reporter } from 'vitest/node';
import { EXIT_CODES } from './exit-code.ts';
import { releaseSignals, takeSignals } from './signals.ts';

/** Ends a replay at once on SIGINT or SIGTERM: there is nothing to delete. */
export class StopReplay implements Reporter {
  onInit(): void {
    takeSignals(this.#stop);
  }

  onTestRunEnd(): void {
    releaseSignals(this.#stop);
  }

  readonly #stop = (): void => {
    process.stderr.write('stopped; nothing was decided\n');
    process.exit(EXIT_CODES.error);
  };
}
