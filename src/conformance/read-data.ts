import { readFileSync } from 'node:fs';
import type { AnySchema } from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';
import { faultIn } from '../spec/data-fault.ts';
import { SuiteError } from './suite-error.ts';

/** Reads a YAML file that has to fit a schema. Throws SuiteError in one line where it cannot be read, or does not fit. */
export function readData(file: string, schema: AnySchema): unknown {
  const data = parseFile(file);
  const fault = faultIn(data, schema);
  if (fault === undefined) return data;
  throw new SuiteError(`${file}: ${fault}`);
}

function parseFile(file: string): unknown {
  try {
    // A seventh of the time that it takes where every line has to be told, and all commands read the catalogue.
    return load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
    throw new SuiteError(`${file} cannot be read: ${reason}`, { cause });
  }
}
