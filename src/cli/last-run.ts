import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findResultsFault } from '../report/results-schema.ts';
import type { Results } from '../report/results.ts';
import { ConfigurationError } from './configuration-error.ts';

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
  const { requirements, seed } = readResults(file);
  const only = requirements.filter(({ verdict }) => OPEN.includes(verdict)).map(({ id }) => id);
  if (only.length === 0) throw new ConfigurationError(`nothing failed in ${file}; run without --rerun-failed`);
  return { only, seed };
}

function readResults(file: string): Results {
  if (!existsSync(file)) throw new ConfigurationError(`--rerun-failed needs ${file}, which is not there; run once`);
  const results = parse(file);
  const fault = findResultsFault(results);
  if (fault !== undefined) throw new ConfigurationError(`${file} is not a results document: ${fault}`);
  return results as Results;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigurationError(`${file} is not JSON; run once without --rerun-failed`);
  }
}
