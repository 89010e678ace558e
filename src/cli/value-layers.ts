import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { ConfigurationError } from './configuration-error.ts';
import { explain } from './explain.ts';
import { readText } from './read-text.ts';
import { isOurs, isVariable, type Values } from './variables.ts';

/** One place that values come from, by the name under which messages speak of it. */
export interface Layer {
  readonly source: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const FILES = ['conformance.config.json', 'conformance.config.yaml', 'conformance.config.yml'];

/** Every place that values come from, the one that wins last. Throws ConfigurationError where a file cannot be read. */
export function valueLayers(folder: string, environment: NodeJS.ProcessEnv, flags: Values): Layer[] {
  return [
    ...configFiles(folder),
    ...dotEnv(folder),
    { source: 'environment', values: ours(environment) },
    { source: 'command line', values: flags },
  ];
}

function ours(environment: NodeJS.Dict<string>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isOurs(name) || isVariable(name)));
}

function dotEnv(folder: string): Layer[] {
  const file = join(folder, '.env');
  return existsSync(file) ? [{ source: '.env', values: ours(parseEnv(readText(file))) }] : [];
}

function configFiles(folder: string): Layer[] {
  const present = FILES.filter((name) => existsSync(join(folder, name)));
  if (present.length > 1) throw new ConfigurationError(`${present.join(' and ')} are both there; keep one of them`);
  return present.map((name) => ({ source: name, values: readFile(join(folder, name), name) }));
}

function readFile(file: string, name: string): Readonly<Record<string, unknown>> {
  const text = readText(file);
  const data: unknown = explain(`${name} cannot be read`, () => parse(text));
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
  throw new ConfigurationError(`${name} must hold an object of variables`);
}
