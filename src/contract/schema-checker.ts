import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Spec } from '../spec/load-spec.ts';
import { toJsonSchemaDialect } from './schema-dialect.ts';
import { excerptOf } from '../http/excerpt.ts';

/** A place in a value that does not fit its schema: pointer, what the schema wants, an excerpt of what stands there. */
export interface Misfit {
  readonly at: string;
  readonly problem: string;
  readonly received: string;
}

const KEY = 'contract';
const EXCERPT = 120;
// A long list of the same mistake needs no more of them.
const MOST_MISFITS = 200;

/** Checks values against schemas of one document, each compiled once on first use. */
export class SchemaChecker {
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    multipleOfPrecision: 9,
    unicodeRegExp: false,
    // The document is no schema itself, so that there is nothing to hold against the schema of schemas.
    meta: false,
    validateSchema: false,
  });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(spec: Spec) {
    formats.default(this.#ajv);
    this.#ajv.addSchema(toJsonSchemaDialect(spec.document) as AnySchema, KEY);
  }

  /** The misfits of a value under the schema at `pointer`; none where the document has no schema there. */
  check(pointer: string, value: unknown): Misfit[] {
    const validate = this.#validator(pointer);
    if (validate(value)) return [];
    const misfits = (validate.errors ?? []).filter(isCause).slice(0, MOST_MISFITS);
    validate.errors = null;
    return misfits.map((error) => toMisfit(error));
  }

  #validator(pointer: string): ValidateFunction {
    const known = this.#compiled.get(pointer);
    if (known) return known;
    const validate = this.#ajv.compile({ $ref: `${KEY}${pointer}` });
    this.#compiled.set(pointer, validate);
    return validate;
  }
}

// A combining keyword only repeats what its branches report.
function isCause(error: ErrorObject): boolean {
  return !['allOf', 'if'].includes(error.keyword);
}

function toMisfit(error: ErrorObject): Misfit {
  const allowed = error.keyword === 'enum' ? `: ${(error.params['allowedValues'] as unknown[]).join(', ')}` : '';
  const received = JSON.stringify(error.data) ?? 'nothing';
  return {
    at: error.instancePath,
    problem: `${error.message ?? error.keyword}${allowed}`,
    received: excerptOf(received, EXCERPT),
  };
}
