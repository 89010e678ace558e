import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { ConfigurationError } from './configuration-error.ts';
import { isOurs, isVariable, VARIABLES, type Values } from './variables.ts';

/** One place that values come from, by the name under which messages speak of it. */
interface Layer {
  readonly source: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const FILES = ['conformance.config.json', 'conformance.config.yaml'];

/**
 * Gathers the values of all variables: flags win over the environment, that over `.env`, that over the config file.
 * Throws ConfigurationError for an unknown key, or for a value that breaks its rule.
 */
export function readValues(folder: string, environment: NodeJS.ProcessEnv, flags: Values): Values {
  const layers = [
    ...configFiles(folder),
    ...dotEnv(folder),
    { source: 'environment', values: ours(environment) },
    { source: 'command line', values: flags },
  ];
  return Object.assign({}, ...layers.map((layer) => checked(layer))) as Values;
}

function checked({ source, values }: Layer): Values {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  for (const [name, value] of set) {
    if (!isVariable(name)) throw new ConfigurationError(`${name} (${source}) is no variable of this suite`);
    const wrong = VARIABLES[name](String(value));
    // A value may be a secret put under the wrong name, so only its source is told.
    if (wrong !== undefined) throw new ConfigurationError(`${name} (${source}) ${wrong}`);
  }
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

function ours(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isOurs(name) || isVariable(name)));
}

function dotEnv(folder: string): Layer[] {
  const file = join(folder, '.env');
  if (!existsSync(file)) return [];
  const values = parseEnv(readFileSync(file, 'utf8'));
  return [{ source: '.env', values: ours(values) }];
}

function configFiles(folder: string): Layer[] {
  const present = FILES.filter((name) => existsSync(join(folder, name)));
  return present.map((name) => ({ source: name, values: readFile(join(folder, name), name) }));
}

function readFile(file: string, name: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = parse(readFileSync(file, 'utf8'));
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new ConfigurationError(`${name} cannot be read: ${reason}`, { cause });
  }
  throw new ConfigurationError(`${name} must hold an object of variables`);
}
