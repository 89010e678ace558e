import { findResultsFault } from '../report/results-schema.ts';
import type { Results } from '../report/results.ts';
import { ConfigurationError } from './configuration-error.ts';
import { readText } from './read-text.ts';

/** Reads a `results.json`. Throws ConfigurationError where it is not there or no document of results. */
export function readResults(file: string): Results {
  const results = parse(file);
  const fault = findResultsFault(results);
  if (fault !== undefined) throw new ConfigurationError(`${file} is no document of results: ${fault}`);
  return results as Results;
}

function parse(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConfigurationError(`${file} is not JSON; a run writes it anew`, { cause });
  }
}
