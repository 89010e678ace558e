import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';
import { SuiteError } from './suite-error.ts';

/** Reads a YAML file that has to fit a schema. Throws SuiteError in one line where it cannot be read, or does not fit. */
export function readData(file: string, schema: AnySchema): unknown {
  const data = parseFile(file);
  const ajv = new Ajv({ allErrors: true, meta: false, validateSchema: false });
  if (ajv.validate(schema, data)) return data;
  throw new SuiteError(`${file}: ${ajv.errorsText()}`);
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
