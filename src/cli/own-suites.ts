import { resolve } from 'node:path';
import { readValues } from './read-values.ts';

/** The folder with requirements and suites of somebody's own, if the variables name one. Throws ConfigurationError. */
export function ownSuites(): string | undefined {
  const { CONFORMANCE_SUITES: folder } = readValues(process.cwd(), process.env, {});
  return folder === undefined ? undefined : resolve(folder);
}
