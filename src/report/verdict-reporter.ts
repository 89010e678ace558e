import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Closing } from '../conformance/close-run.ts';
import type { ExaminationRecord } from '../conformance/examination-record.ts';

/** What a test left behind. */
export interface Observed {
  readonly record: ExaminationRecord | undefined;
  readonly durationMs: number;
  readonly fault: string;
}

/** Told how far a run is: how many requirements are there, and how each examination ended. */
export interface Progress {
  begun(count: number): void;
  examined(id: string, outcome: string): void;
  over(): void;
}

/** vitest reporter that gathers what each requirement's test found, and any fault outside of tests. */
export class VerdictReporter implements Reporter {
  readonly observed = new Map<string, Observed>();
  readonly faults: string[] = [];
  closing: Closing | undefined;
  readonly #progress: Progress;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  onTestModuleCollected(module: TestModule): void {
    this.#progress.begun([...module.children.allTests()].length);
  }

  onTestCaseResult(test: TestCase): void {
    const id = test.name.split(' ', 1)[0] ?? test.name;
    const { errors = [] } = test.result();
    const fault = errors[0]?.message ?? 'the check did not finish';
    const durationMs = Math.round(test.diagnostic()?.duration ?? 0);
    const record = test.meta().examination;
    this.observed.set(id, { record, durationMs, fault });
    this.#progress.examined(id, record?.outcome.kind ?? 'error');
  }

  onTestModuleEnd(module: TestModule): void {
    this.closing = module.meta().closing ?? this.closing;
    this.faults.push(...module.errors().map(({ stack, message }) => stripVTControlCharacters(stack ?? message)));
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    this.#progress.over();
    this.faults.push(...unhandled.map(({ message }) => message));
  }
}
