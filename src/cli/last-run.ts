import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../report/results.ts';
import type { Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { readResults } from './read-results.ts';
import { fitsPattern } from './selection.ts';

/** What of the last run is judged again: the requirements that it left open, with the same data. */
export interface Rerun {
  readonly only: readonly string[];
  readonly seed: number;
}

const OPEN = ['failed', 'untestable', 'error'];

/**
 * Reads what failed or could not be judged from the `results.json` of a report folder, of that what fits one of some patterns,
 * if there are any. Throws ConfigurationError where there is none, or nothing in it is open.
 */
export function readRerun(reportDir: string, patterns: readonly string[]): Rerun {
  const file = join(reportDir, 'results.json');
  if (!existsSync(file)) throw new ConfigurationError(`--rerun-failed needs ${file}, which is not there; run once`);
  const { requirements, seed } = readResults(file);
  const only = requirements.filter(({ verdict }) => OPEN.includes(verdict)).map(({ id }) => id);
  if (only.length === 0) throw new ConfigurationError(`nothing failed in ${file}; run without --rerun-failed`);
  const wanted = only.filter((id) => patterns.length === 0 || patterns.some((pattern) => fitsPattern(id, pattern)));
  if (wanted.length === 0)
    throw new ConfigurationError(`nothing that failed in ${file} fits --only; run without one of them`);
  return { only: wanted, seed };
}

/**
 * The results to compare a run with: those of a named file, or what the last run on the same target left in the report
 * folder, if anything. Throws ConfigurationError where the named file is none.
 */
export function readBaseline(
  { baseline, embedded }: { readonly baseline: string | undefined; readonly embedded: boolean },
  { reportDir, baseUrl }: Configuration,
): Results | undefined {
  if (baseline !== undefined) return readResults(baseline);
  try {
    const last = readResults(join(reportDir, 'results.json'));
    // The embedded target listens on another port each time.
    const isSame = embedded ? last.target.embedded : last.target.baseUrl === baseUrl;
    return isSame ? last : undefined;
  } catch {
    return undefined;
  }
}
