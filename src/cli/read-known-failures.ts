import { existsSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Requirement } from '../conformance/catalogue.ts';
import type { KnownFailure } from '../report/known-failures.ts';
import { ConfigurationError } from './configuration-error.ts';
import { explain } from './explain.ts';
import { readText } from './read-text.ts';

const USUAL_FILES = ['known-failures.yaml', 'known-failures.yml'];

const TEXT = { type: 'string', minLength: 1 };

/** The JSON Schema of a list of known failures. */
export const KNOWN_FAILURES = {
  type: 'array',
  items: {
    type: 'object',
    required: ['requirement', 'reason', 'owner', 'link', 'expires'],
    additionalProperties: false,
    properties: {
      requirement: TEXT,
      reason: TEXT,
      owner: TEXT,
      link: TEXT,
      expires: { type: 'string', pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$` },
    },
  },
};

/**
 * Reads the failures that are known from a file, or from `known-failures.yaml` where there is one and none is named.
 * Throws ConfigurationError where the file cannot be understood, or names what the catalogue does not know.
 */
export function readKnownFailures(named: string | undefined, catalogue: readonly Requirement[]): KnownFailure[] {
  const file = named ?? USUAL_FILES.find((name) => existsSync(name));
  if (file === undefined) return [];
  const known = checked(file, parsed(file));
  const ids = known.map(({ requirement }) => requirement);
  const unknown = ids.find((id) => !catalogue.some((entry) => entry.id === id));
  if (unknown !== undefined) throw new ConfigurationError(`${file}: the catalogue has no requirement ${unknown}`);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ConfigurationError(`${file}: ${twice} stands twice`);
  const strange = known.find(({ expires }) => !isDay(expires));
  if (strange !== undefined) throw new ConfigurationError(`${file}: ${strange.expires} is no day`);
  return known;
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function parsed(file: string): unknown {
  const text = readText(file);
  // Who has crossed out the last entry knows of none.
  return explain(`${file} cannot be read`, () => parse(text)) ?? [];
}

function checked(file: string, data: unknown): KnownFailure[] {
  const ajv = new Ajv();
  if (ajv.validate(KNOWN_FAILURES, data)) return data as KnownFailure[];
  const { instancePath = '', message = '', params = {} } = ajv.errors?.[0] ?? {};
  const name = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
  throw new ConfigurationError(`${file}: ${instancePath || 'the document'} ${message}${name}`);
}
