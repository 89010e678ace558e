/** A requirement whose verdict is another one than before; undefined where it was or is not judged. */
export interface Change {
  readonly id: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What of a document of results is compared. */
export interface Comparable {
  readonly runId: string;
  readonly startedAt: string;
  readonly partial: boolean;
  readonly requirements: readonly { readonly id: string; readonly verdict: string }[];
}

/**
 * Every requirement whose verdict differs between two runs, in the order of the later one; those gone come last. What a
 * partial run left out is neither new nor gone.
 */
export function changesSince(earlier: Comparable, later: Comparable): Change[] {
  const before = verdictsOf(earlier);
  const now = verdictsOf(later);
  const ids = new Set([...now.keys(), ...before.keys()]);
  const all = [...ids].map((id) => ({ id, before: before.get(id), now: now.get(id) }));
  const isWhole = !earlier.partial && !later.partial;
  const isComparable = ({ before: one, now: other }: Change) => isWhole || (one !== undefined && other !== undefined);
  return all.filter((change) => change.before !== change.now && isComparable(change));
}

function verdictsOf({ requirements }: Comparable): ReadonlyMap<string, string> {
  return new Map(requirements.map(({ id, verdict }) => [id, verdict]));
}

/** Like `changesSince`, for two judgements of one run: what only one of them knows differs too. */
export function differencesBetween(one: Comparable, other: Comparable): Change[] {
  return changesSince({ ...one, partial: false }, { ...other, partial: false });
}

/** Whether a verdict says that something is wrong, with the target or with the suite. */
export function isFailure(verdict: string | undefined): boolean {
  return verdict === 'failed' || verdict === 'error';
}
