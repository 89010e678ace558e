import { afterAll, beforeAll, describe, test, type TestContext } from 'vitest';
import { ConfigurationError } from '../../src/cli/configuration-error.ts';
import { declareChecks } from '../../src/conformance/declare-checks.ts';
import type { Check } from '../../src/conformance/requirement.ts';
import { loadChecks } from '../customer-tenant/load-checks.ts';
import { trialOutcome, type TrialOutcome } from './outcome.ts';
import type { Subject } from './subject.ts';
import { catalogue, Trial } from './trial.ts';

const { meanwhile, quiet, observed } = await loadChecks();

/** Declares the trial of a subject: a test for each requirement, and one that concludes from all their verdicts. */
export function declareTrial(
  name: string,
  start: () => Promise<Subject>,
  conclude: (outcome: TrialOutcome, context: TestContext) => void,
): void {
  describe.for([name])('%s', () => {
    let trial: Trial | undefined;
    beforeAll(async () => {
      trial = await openTrial(start);
    });
    afterAll(async () => {
      await trial?.close();
      trial = undefined;
    });
    const declare = (checks: readonly Check[]) =>
      declareChecks(checks, {
        catalogue,
        open: async (context) => trial?.run ?? context.skip('no run can start'),
        conclude: (record) => trial?.keep(record),
      });
    declare(meanwhile);
    describe.sequential('quiet', () => {
      declare(quiet);
    });
    describe.sequential('observed', () => {
      declare(observed);
    });
    test('as it has to end', (context) => conclude(trialOutcome(trial), context));
  });
}

/** The trial of a subject, or undefined where the command would have refused to run. */
async function openTrial(start: () => Promise<Subject>): Promise<Trial | undefined> {
  const subject = await start();
  try {
    return await Trial.open(subject);
  } catch (fault) {
    await subject.close();
    if (fault instanceof ConfigurationError) return undefined;
    throw fault;
  }
}
