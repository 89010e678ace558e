import type { Reporter } from 'vitest/node';
import { interruptRun } from '../conformance/interruption.ts';
import { EXIT_CODES } from './exit-code.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Takes the signals over from vitest, which would exit at once. The first SIGINT or SIGTERM lets the run end early and
 * delete what it created; the second ends the process and tells how to delete later what stands in the journal.
 */
export class StopSignals implements Reporter {
  readonly #journalFile: string;
  #isStopping = false;

  constructor(journalFile: string) {
    this.#journalFile = journalFile;
  }

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
    if (this.#isStopping) {
      process.stderr.write(`stopped; to delete what was created: npm run sweep -- ${this.#journalFile}\n`);
      process.exit(EXIT_CODES.error);
    }
    this.#isStopping = true;
    process.stderr.write('stopping: deleting what this run created; once more to stop at once\n');
    interruptRun();
  };
}
