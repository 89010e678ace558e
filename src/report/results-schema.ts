import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnySchema } from 'ajv';
import { faultIn } from '../spec/data-fault.ts';
import { packageRoot } from '../spec/package-root.ts';

/** Where the JSON Schema of `results.json` ships. */
export const resultsSchemaFile = join(packageRoot, 'specs', 'results.schema.json');

/** What is wrong with a results document, or undefined where it fits its schema. */
export function findResultsFault(results: unknown): string | undefined {
  const schema = JSON.parse(readFileSync(resultsSchemaFile, 'utf8')) as AnySchema;
  return faultIn(JSON.parse(JSON.stringify(results)), schema);
}
