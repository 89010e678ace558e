import type { Crowd } from './crowd.ts';

/** The fields in which the members of a crowd all differ. */
export const SORTED_FIELDS = ['firstName', 'lastName', 'contactEmail'] as const;

export type SortedField = (typeof SORTED_FIELDS)[number];

/** The numbers of a crowd in ascending order of some of its members' fields, the first field first. */
export function inOrderOf({ members }: Crowd, ...fields: readonly (SortedField | 'title')[]): string[] {
  return members
    .toSorted((one, other) => {
      const field = fields.find((name) => one.profile[name] !== other.profile[name]);
      return field === undefined || one.profile[field] < other.profile[field] ? -1 : 1;
    })
    .map(({ number }) => number);
}

/** The numbers of a crowd in ascending order; undefined where that of digits and that of letters need not be the same. */
export function inOrderOfId({ members }: Crowd): string[] | undefined {
  const numbers = members.map(({ number }) => number);
  const shapes = new Set(numbers.map((number) => /^([A-Za-z]*)\d+$/.exec(number)?.[1]));
  const isPlain =
    shapes.size === 1 && !shapes.has(undefined) && new Set(numbers.map(({ length }) => length)).size === 1;
  return isPlain ? numbers.toSorted() : undefined;
}
