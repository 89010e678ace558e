import type { Requirement } from '../conformance/catalogue.ts';
import { ConfigurationError } from './configuration-error.ts';

/** The requirements that fit one of the patterns (`LST-03`, `AUTH-*`). Throws ConfigurationError where one fits none. */
export function select(catalogue: readonly Requirement[], patterns: readonly string[]): readonly Requirement[] {
  const idle = patterns.find((pattern) => !catalogue.some(({ id }) => fits(id, pattern)));
  if (idle !== undefined) throw new ConfigurationError(`--only ${idle} fits no requirement of the catalogue`);
  return catalogue.filter(({ id }) => patterns.length === 0 || patterns.some((pattern) => fits(id, pattern)));
}

function fits(id: string, pattern: string): boolean {
  const expression = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${expression}$`, 'i').test(id);
}
