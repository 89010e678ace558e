import { existsSync } from 'node:fs';
import { changesSince } from '../report/comparison.ts';
import type { Results } from '../report/results.ts';
import { readResults } from './read-results.ts';

/** Whether verdicts that were judged again differ from those of a file, and what to tell of it. */
export interface Differences {
  readonly areThere: boolean;
  readonly lines: readonly string[];
}

/** Compares verdicts with those of a `results.json`. Throws ConfigurationError where that cannot be understood. */
export function compareVerdicts(file: string, judged: Results): Differences {
  if (!existsSync(file)) return { areThere: false, lines: [`there is no ${file} to compare with`] };
  const changes = changesSince(readResults(file), judged);
  if (changes.length === 0) return { areThere: false, lines: [`the same verdicts as in ${file}`] };
  const told = changes.map(
    ({ id, before, now }) => `  ${id}: ${before ?? 'not there'}, by the evidence ${now ?? 'not there'}`,
  );
  return { areThere: true, lines: [`not what ${file} says:`, ...told] };
}
