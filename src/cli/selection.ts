import { levelIn, type Requirement } from '../conformance/catalogue.ts';
import { ConfigurationError } from './configuration-error.ts';

/** What narrows a run: a requirement has to fit one value of every list that holds any. */
export interface Selection {
  /** Ids, or patterns of ids such as `AUTH-*`. */
  readonly only: readonly string[];
  readonly operation: readonly string[];
  readonly level: readonly string[];
  readonly feature: readonly string[];
}

export const EVERYTHING: Selection = { only: [], operation: [], level: [], feature: [] };

/** Whether a selection leaves anything out, so that its run is partial. */
export function isPartial(selection: Selection): boolean {
  return Object.values(selection).some((values: readonly string[]) => values.length > 0);
}

/**
 * The requirements that a selection takes from the catalogue, their levels those of a revision. Throws
 * ConfigurationError where a value fits none of them, or nothing fits all of the lists.
 */
export function select(
  catalogue: readonly Requirement[],
  selection: Selection,
  revision: string,
): readonly Requirement[] {
  const tests = Object.entries(KINDS).flatMap(([flag, namesOf]) => {
    const values: readonly string[] = selection[flag as keyof Selection];
    const fits = (value: string) => (entry: Requirement) =>
      namesOf(entry, revision).some((name) => fitsPattern(name, value));
    const idle = values.find((value) => !catalogue.some(fits(value)));
    if (idle !== undefined) throw new ConfigurationError(`--${flag} ${idle} fits no requirement of the catalogue`);
    return values.length === 0 ? [] : [(entry: Requirement) => values.some((value) => fits(value)(entry))];
  });
  const chosen = catalogue.filter((entry) => tests.every((fits) => fits(entry)));
  if (chosen.length === 0) throw new ConfigurationError('no requirement fits all of the flags that select; drop one');
  return chosen;
}

/** The names by which each flag knows a requirement. */
const KINDS: Readonly<Record<keyof Selection, (entry: Requirement, revision: string) => readonly string[]>> = {
  only: ({ id }) => [id],
  operation: ({ operations }) => operations,
  level: (entry, revision) => [levelIn(entry, revision)],
  feature: ({ needs }) => needs,
};

/** Whether a name is one that a pattern such as `AUTH-*` means. */
export function fitsPattern(name: string, pattern: string): boolean {
  const expression = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\*+/g, '.*');
  return new RegExp(`^${expression}$`, 'i').test(name);
}
