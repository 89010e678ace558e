import { levelIn, type Requirement } from './catalogue.ts';
import { Examination } from './examination.ts';
import { outcomeOf, toRecord, type ExaminationRecord, type Outcome } from './examination-record.ts';
import type { Check } from './requirement.ts';
import type { RunSettings } from './run-settings.ts';
import type { Run } from './run.ts';

/** Examines one requirement in a run, or finds that it does not apply there; whatever happens goes into the record. */
export async function examine(declared: Requirement, body: Check['body'], run: Run): Promise<ExaminationRecord> {
  const examination = new Examination(declared, run);
  const outcome = whyUnjudged(declared, run.settings) ?? (await outcomeBy(body, examination));
  return toRecord(examination, outcome);
}

async function outcomeBy(body: Check['body'], examination: Examination): Promise<Outcome> {
  try {
    await body(examination);
    return { kind: 'passed' };
  } catch (fault) {
    return outcomeOf(fault);
  }
}

/** Why a requirement is not judged in a run with these settings, or undefined where it is. */
export function whyUnjudged(
  declared: Requirement,
  settings: Pick<RunSettings, 'revision' | 'claims' | 'missing'>,
): Outcome | undefined {
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
