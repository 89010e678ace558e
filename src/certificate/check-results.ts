import type { FrozenSet } from '../conformance/frozen-set.ts';
import type { Results } from '../report/results.ts';
import type { ChallengedRun } from './challenge.ts';

// The default, so that certificates say the same of every target.
const LONGEST_CONVERGENCE_MS = 5_000;

/** What keeps results from being certified, a line each; `mayMiss` are features that no profile owes. */
export function faultsOfResults(
  results: Results,
  frozen: FrozenSet,
  { seed, runId }: ChallengedRun,
  mayMiss: (id: string) => boolean,
): string[] {
  const { verdict, partial, profile, summary, convergenceMs } = results;
  const expectations: readonly (readonly [boolean, string])[] = [
    [verdict === 'conformant', `the verdict is ${verdict}`],
    [!partial, 'the run was partial'],
    [profile === 'full', `the profile is ${profile}, not full`],
    [
      convergenceMs <= LONGEST_CONVERGENCE_MS,
      `changes had ${convergenceMs} ms to become visible, not ${LONGEST_CONVERGENCE_MS}`,
    ],
    [summary['waived'] === 0, `${summary['waived']} failures were waived`],
    [Date.parse(results.startedAt) <= Date.now(), `the run started on ${results.startedAt}`],
    [results.seed === seed && results.runId === runId, 'the run was made on another challenge'],
  ];
  const broken = expectations.filter(([holds]) => !holds).map(([, fault]) => fault);
  return [...broken, ...faultsOfLedger(results, frozen, mayMiss)];
}

/** Every required id has to be there once, and every MUST passed; nothing else may be there. */
function faultsOfLedger({ requirements }: Results, frozen: FrozenSet, mayMiss: (id: string) => boolean): string[] {
  const ids = Object.keys(frozen.requirements);
  const counted = ids.flatMap((id) => {
    const count = requirements.filter((entry) => entry.id === id).length;
    return count === 1 ? [] : [count === 0 ? `${id} is missing` : `${id} stands ${count} times`];
  });
  const isKnown = (id: string) => ids.includes(id) || Object.hasOwn(frozen.provisional, id);
  // A requirement of another revision is listed, and does not apply.
  const strangers = requirements.filter(({ id, verdict }) => !isKnown(id) && verdict !== 'not-applicable');
  const open = requirements.filter(
    ({ id, verdict }) =>
      frozen.requirements[id]?.level === 'MUST' &&
      verdict !== 'passed' &&
      !(verdict === 'not-applicable' && mayMiss(id)),
  );
  return [
    ...counted,
    ...strangers.map(({ id }) => `${id} is no requirement of revision ${frozen.revision}`),
    ...open.map(({ id, verdict }) => `${id} is ${verdict}`),
  ];
}
