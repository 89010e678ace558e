import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';
import { readResults } from './read-results.ts';

/** What of the last run is judged again: the requirements that it left open, with the same data. */
export interface Rerun {
  readonly only: readonly string[];
  readonly seed: number;
}

const OPEN = ['failed', 'untestable', 'error'];

/**
 * Reads what failed or could not be judged from the `results.json` of a report folder. Throws ConfigurationError where
 * there is none, or nothing in it is open.
 */
export function readRerun(reportDir: string): Rerun {
  const file = join(reportDir, 'results.json');
  if (!existsSync(file)) throw new ConfigurationError(`--rerun-failed needs ${file}, which is not there; run once`);
  const { requirements, seed } = readResults(file);
  const only = requirements.filter(({ verdict }) => OPEN.includes(verdict)).map(({ id }) => id);
  if (only.length === 0) throw new ConfigurationError(`nothing failed in ${file}; run without --rerun-failed`);
  return { only, seed };
}
