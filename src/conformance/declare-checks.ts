import { test, type TestContext } from 'vitest';
import type { Requirement } from './catalogue.ts';
import { examine } from './examine.ts';
import type { ExaminationRecord } from './examination-record.ts';
import type { Check } from './requirement.ts';
import type { Run } from './run.ts';
import { SuiteError } from './suite-error.ts';

/** What checks are examined by, in which run, and what becomes of a record: as a rule the end of its test. */
export interface Examining {
  readonly catalogue: readonly Requirement[];
  readonly open: (context: TestContext) => Promise<Run>;
  readonly conclude: (record: ExaminationRecord, context: TestContext) => void;
}

/** Declares a test of vitest for each check, all to run at the same time. Throws SuiteError for an id that is unknown. */
export function declareChecks(checks: readonly Check[], { catalogue, open, conclude }: Examining): void {
  for (const { id, body } of checks) {
    const declared = catalogue.find((entry) => entry.id === id);
    if (declared === undefined) throw new SuiteError(`the catalogue has no requirement ${id}`);
    test(`${id} ${declared.statement}`, { concurrent: true }, async (context) => {
      conclude(await examine(declared, body, await open(context)), context);
    });
  }
}
