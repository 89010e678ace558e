import { levelIn, type Requirement } from '../conformance/catalogue.ts';
import type { FrozenSet } from '../conformance/frozen-set.ts';
import { judge, type JudgedRequirement } from '../report/judged-requirement.ts';
import type { VerdictReporter } from '../report/verdict-reporter.ts';

const NO_CHECK = 'no check of this requirement ran';
const STOPPED = 'the suite stopped before this requirement';

/** The verdict on every requirement of the catalogue, in its order; one that no test examined is an error. */
export function judgeAll(
  catalogue: readonly Requirement[],
  { frozen, strict }: { readonly frozen: FrozenSet; readonly strict: boolean },
  { observed, faults }: Pick<VerdictReporter, 'observed' | 'faults'>,
): JudgedRequirement[] {
  return catalogue.map((requirement) => {
    const { record, durationMs = 0, fault } = observed.get(requirement.id) ?? {};
    const level = levelIn(requirement, frozen.revision);
    const provisional = Object.hasOwn(frozen.provisional, requirement.id);
    const unfinished = fault ?? (faults.length > 0 ? STOPPED : NO_CHECK);
    return judge(requirement, { level, strict, provisional, record, durationMs, unfinished });
  });
}

/** The verdict `error` on every requirement, for a run that could not start. */
export function judgeNone(catalogue: readonly Requirement[], revision: string, reason: string): JudgedRequirement[] {
  const nothing = { strict: false, provisional: false, record: undefined, durationMs: 0, unfinished: reason };
  return catalogue.map((requirement) => judge(requirement, { level: levelIn(requirement, revision), ...nothing }));
}
