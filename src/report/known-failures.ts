import type { JudgedRequirement } from './judged-requirement.ts';

/** A failure that its owner knows of and accepts until a day, which is the last one (UTC, `2026-12-31`). */
export interface KnownFailure {
  readonly requirement: string;
  readonly reason: string;
  readonly owner: string;
  readonly link: string;
  readonly expires: string;
}

/** Verdicts after what is known was taken into account, and what is wrong with the list of what is known. */
export interface Waiver {
  readonly judged: readonly JudgedRequirement[];
  readonly faults: readonly string[];
}

/** Waives failures that are known on a day; an entry that has expired, or whose requirement passes, is a fault. */
export function waive(judged: readonly JudgedRequirement[], known: readonly KnownFailure[], today: string): Waiver {
  const entries = new Map(known.map((entry) => [entry.requirement, entry]));
  const faults = judged.flatMap(({ requirement, verdict }) => {
    const entry = entries.get(requirement.id);
    return entry === undefined ? [] : faultsOf(entry, verdict, today);
  });
  return { judged: judged.map((each) => applied(each, entries.get(each.requirement.id), today)), faults };
}

function faultsOf({ requirement, expires }: KnownFailure, verdict: string, today: string): string[] {
  const name = `the known failure ${requirement}`;
  if (expires < today) return [`${name} expired on ${expires}; mend it, or agree on a new day`];
  return verdict === 'passed' ? [`${name} passes now; take it out of the list`] : [];
}

function applied(judged: JudgedRequirement, entry: KnownFailure | undefined, today: string): JudgedRequirement {
  if (entry === undefined || judged.verdict !== 'failed' || entry.expires < today) return judged;
  const { reason, owner, link, expires } = entry;
  return { ...judged, verdict: 'waived', reason: `${reason} (${owner}, until ${expires}, ${link})` };
}
