import type { Reporter } from 'vitest/node';
import { interruptRun } from '../conformance/interruption.ts';
import type { RunSettings } from '../conformance/run-settings.ts';
import { ownCommand } from '../report/own-command.ts';
import { EXIT_CODES } from './exit-code.ts';
import { releaseSignals, takeSignals } from './signals.ts';

/**
 * Ends a run before its time: over its limit, or on a signal, which it takes over from vitest that would exit at once. The
 * first SIGINT or SIGTERM lets the run end early and delete what it created; the second ends the process and tells how to
 * delete later what stands in the journal.
 */
export class Stop implements Reporter {
  readonly #journalFile: string;
  readonly #limitMs: number;
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor({ journalFile, timeLimitMs }: Pick<RunSettings, 'journalFile' | 'timeLimitMs'>) {
    this.#journalFile = journalFile;
    this.#limitMs = timeLimitMs;
  }

  onInit(): void {
    const reason = `the run took longer than CONFORMANCE_TIME_LIMIT_MS, ${this.#limitMs} ms`;
    this.#timer = setTimeout(() => interruptRun(reason), this.#limitMs);
    takeSignals(this.#stop);
  }

  onTestRunEnd(): void {
    clearTimeout(this.#timer);
    releaseSignals(this.#stop);
  }

  readonly #stop = (): void => {
    if (this.#isStopping) {
      process.stderr.write(`stopped; to delete what was created: ${ownCommand('sweep', this.#journalFile)}\n`);
      process.exit(EXIT_CODES.error);
    }
    this.#isStopping = true;
    process.stderr.write('stopping: deleting what this run created; once more to stop at once\n');
    interruptRun('the run was interrupted');
  };
}
