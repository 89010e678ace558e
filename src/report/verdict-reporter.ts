import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Closing } from '../conformance/close-run.ts';
import type { ExaminationRecord } from '../conformance/examination-record.ts';

/** What a test left behind. */
export interface Observed {
  readonly record: ExaminationRecord | undefined;
  readonly durationMs: number;
  readonly fault: string;
}

/** Told when a requirement has been examined: how many are done, and of how many. */
export type Progress = (done: number, total: number, id: string) => void;

/** vitest reporter that gathers what each requirement's test found, and any fault outside of tests. */
export class VerdictReporter implements Reporter {
  readonly observed = new Map<string, Observed>();
  readonly faults: string[] = [];
  closing: Closing | undefined;
  readonly #progress: Progress;
  #total = 0;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  onTestModuleCollected(module: TestModule): void {
    this.#total += [...module.children.allTests()].length;
  }

  onTestCaseResult(test: TestCase): void {
    const id = test.name.split(' ', 1)[0] ?? test.name;
    const { errors = [] } = test.result();
    const fault = errors[0]?.message ?? 'the check did not finish';
    const durationMs = Math.round(test.diagnostic()?.duration ?? 0);
    this.observed.set(id, { record: test.meta().examination, durationMs, fault });
    this.#progress(this.observed.size, this.#total, id);
  }

  onTestModuleEnd(module: TestModule): void {
    this.closing = module.meta().closing ?? this.closing;
    this.faults.push(...module.errors().map((error) => error.stack ?? error.message));
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    this.faults.push(...unhandled.map(({ message }) => message));
  }
}
