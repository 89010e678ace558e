import type { TestContext } from 'vitest';
import { ContractFailure } from './contract-failure.ts';
import type { ExaminationRecord } from './examination-record.ts';
import { SuiteError } from './suite-error.ts';

declare module 'vitest' {
  interface TaskMeta {
    examination?: ExaminationRecord;
  }
}

/** Ends the test of a requirement as its examination did, and leaves the record to the reporter. */
export function conclude(record: ExaminationRecord, context: TestContext): void {
  const { outcome } = record;
  context.task.meta.examination = record;
  switch (outcome.kind) {
    case 'passed':
      return;
    case 'broken':
      throw new ContractFailure(outcome.findings);
    case 'error':
      throw new SuiteError(outcome.reason);
    case 'not-applicable':
    case 'untestable':
      context.skip(outcome.reason);
  }
}
