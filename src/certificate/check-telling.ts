import { isDeepStrictEqual } from 'node:util';
import { differencesBetween } from '../report/comparison.ts';
import type { Results } from '../report/results.ts';

// Everything that a reader goes by, but for how long things took, which differs between a run and its replay.
const OF_RUN = [
  'suite',
  'revision',
  'specDigest',
  'target',
  'profile',
  'claims',
  'unclaimed',
  'seed',
  'runId',
  'partial',
  'strict',
  'startedAt',
  'convergenceMs',
  'verdict',
  'summary',
  'faults',
  'leftovers',
  'effort',
  'authorisation',
] as const satisfies readonly (keyof Results)[];
const OF_REQUIREMENT = ['level', 'operation', 'statement', 'source', 'provisional', 'reason', 'notes'] as const;

/** What results tell otherwise than those that were judged again from their evidence, a line each. */
export function faultsOfTelling(told: Results, judged: Results): string[] {
  const verdicts = differencesBetween(told, judged);
  // They follow from the verdicts.
  if (verdicts.length > 0)
    return verdicts.map(
      ({ id, before, now }) => `${id} is ${before ?? 'missing'}, by the evidence ${now ?? 'missing'}`,
    );
  const ofRun = OF_RUN.filter((name) => !isSame(told[name], judged[name])).map((name) => `${name} is not as judged`);
  const exchanges = isSame(bySequence(told), bySequence(judged)) ? [] : ['exchanges is not as judged'];
  const known = new Map(judged.requirements.map((entry) => [entry.id, entry]));
  const ofRequirements = told.requirements.flatMap((entry) =>
    OF_REQUIREMENT.filter((name) => !isSame(entry[name], known.get(entry.id)?.[name])).map(
      (name) => `${entry.id} has a ${name} that is not its own`,
    ),
  );
  return [...ofRun, ...exchanges, ...ofRequirements];
}

/** Answers that came at the same time are gathered in either order. */
function bySequence({ exchanges }: Results): Results['exchanges'] {
  return exchanges.toSorted((one, other) => one.sequence - other.sequence);
}

function isSame(told: unknown, judged: unknown): boolean {
  return isDeepStrictEqual(told, judged === undefined ? undefined : JSON.parse(JSON.stringify(judged)));
}
