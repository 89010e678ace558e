import { inject, test, type TestContext } from 'vitest';
import { levelIn, type Requirement } from './catalogue.ts';
import { ContractFailure } from './contract-failure.ts';
import { currentRun, requirementOf } from './current-run.ts';
import { Examination } from './examination.ts';
import { outcomeOf, toRecord, type ExaminationRecord, type Outcome } from './examination-record.ts';
import type { RunSettings } from './run-settings.ts';
import { SuiteError } from './suite-error.ts';

declare module 'vitest' {
  interface TaskMeta {
    examination?: ExaminationRecord;
  }
}

const known = new Set<string>();

/**
 * Declares the check of one requirement: the only way to declare any. The id has to stand in the catalogue.
 * The body examines the target and throws ContractFailure (through its examination) where the statement is broken.
 */
export function requirement(id: string, body: (t: Examination) => Promise<void>): void {
  const declared = requirementOf(id);
  if (known.has(id)) throw new SuiteError(`${id} is declared twice`);
  known.add(id);
  const { selection } = inject('settings');
  if (selection !== undefined && !selection.includes(id)) return;
  test(`${id} ${declared.statement}`, { concurrent: true }, async (context: TestContext) => {
    const run = await currentRun();
    const examination = new Examination(declared, run);
    const outcome = inapplicable(declared, run.settings) ?? (await examine(examination, body));
    context.task.meta.examination = toRecord(examination, outcome);
    conclude(outcome, context);
  });
}

async function examine(examination: Examination, body: (t: Examination) => Promise<void>): Promise<Outcome> {
  try {
    await body(examination);
    return { kind: 'passed' };
  } catch (fault) {
    return outcomeOf(fault);
  }
}

function conclude(outcome: Outcome, context: TestContext): void {
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

/** Why a requirement is not judged in this run, or undefined where it is. */
function inapplicable(declared: Requirement, settings: RunSettings): Outcome | undefined {
  const { excluded, needs, revisions } = declared;
  if (excluded !== undefined) return { kind: 'not-applicable', reason: `excluded: ${excluded}` };
  if (revisions && !revisions.includes(settings.revision)) {
    return { kind: 'not-applicable', reason: `belongs to revision ${revisions.join(', ')} of the contract` };
  }
  const unclaimed = needs.filter((feature) => !settings.claims.includes(feature));
  if (unclaimed.length > 0) return { kind: 'not-applicable', reason: `not claimed: ${unclaimed.join(', ')}` };
  const missing = needs.map((feature) => settings.missing[feature]).find((reason) => reason !== undefined);
  if (missing !== undefined) {
    return { kind: 'untestable', reason: `a ${levelIn(declared, settings.revision)} of the profile lacks: ${missing}` };
  }
  return undefined;
}
