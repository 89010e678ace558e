import { Ajv, type AnySchema } from 'ajv';

/** What is wrong with data under a JSON Schema of our own, in one line; undefined where it fits. */
export function faultIn(data: unknown, schema: AnySchema): string | undefined {
  // The schema of schemas takes longer to compile than any of ours, which tests have seen.
  const ajv = new Ajv({ meta: false, validateSchema: false });
  return ajv.validate(schema, data) ? undefined : ajv.errorsText();
}
