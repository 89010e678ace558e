import { ConfigurationError } from './configuration-error.ts';
import { valueLayers, type Layer } from './value-layers.ts';
import { isVariable, VARIABLES, type Values } from './variables.ts';

// A job whose variables were not filled in must not end green on a target of our own.
const NO_TARGET = 'is empty; set it, or leave it out to judge the embedded target';

/**
 * Gathers the values of all variables: flags win over the environment, that over `.env`, that over the config file.
 * Throws ConfigurationError for an unknown key, or for a value that breaks its rule.
 */
export function readValues(folder: string, environment: NodeJS.ProcessEnv, flags: Values): Values {
  const layers = valueLayers(folder, environment, flags);
  return Object.assign({}, ...layers.map((layer) => checked(layer))) as Values;
}

function checked({ source, values }: Layer): Values {
  if (values['TARGET_BASE_URL'] === '') throw new ConfigurationError(`TARGET_BASE_URL (${source}) ${NO_TARGET}`);
  // A key without a value, of YAML too, is as good as none.
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(set.map(([name, value]) => [name, checkedValue(name, value, source)]));
}

function checkedValue(name: string, value: unknown, source: string): string {
  if (!isVariable(name)) throw new ConfigurationError(`${name} (${source}) is no variable of this suite`);
  // What comes out of a file or a secret store often ends with a line break.
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  const wrong = typeof value === 'object' ? 'must be a single value' : VARIABLES[name](text);
  // A value may be a secret put under the wrong name, so only its source is told.
  if (wrong !== undefined) throw new ConfigurationError(`${name} (${source}) ${wrong}`);
  return text;
}
