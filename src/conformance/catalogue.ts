import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { packageRoot } from '../spec/package-root.ts';
import { FEATURES, type Feature } from './feature.ts';
import { SuiteError } from './suite-error.ts';
import type { Level } from './verdict.ts';

/** One statement of the contract as the catalogue holds it; the id is for ever. */
export interface Requirement {
  readonly id: string;
  readonly level: Level;
  readonly core: boolean;
  readonly operations: readonly string[];
  readonly statement: string;
  readonly source: Readonly<Record<string, string>>;
  readonly needs: readonly Feature[];
  /** Features that widen the check where they are claimed, without being needed. */
  readonly extends?: readonly Feature[];
  readonly observed?: boolean;
  readonly levels?: Readonly<Record<string, Level>>;
  readonly revisions?: readonly string[];
  readonly excluded?: string;
}

const LEVELS = ['MUST', 'SHOULD', 'MAY'];
const TEXT = { type: 'string', minLength: 1 };
const FEATURE_LIST = { type: 'array', items: { enum: FEATURES } };
const SCHEMA = {
  type: 'object',
  required: ['service', 'revision', 'requirements'],
  properties: {
    requirements: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'level', 'core', 'operations', 'statement', 'source', 'needs'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', pattern: '^[A-Z]+-[0-9]+[a-z]?$' },
          level: { enum: LEVELS },
          core: { type: 'boolean' },
          operations: { type: 'array', items: TEXT, minItems: 1 },
          statement: TEXT,
          source: { type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: TEXT },
          needs: FEATURE_LIST,
          extends: FEATURE_LIST,
          observed: { type: 'boolean' },
          levels: { type: 'object', additionalProperties: { enum: LEVELS } },
          revisions: { type: 'array', items: TEXT },
          excluded: TEXT,
        },
      },
    },
  },
};

/** Reads `specs/<service>/requirements.yaml`. Throws SuiteError where the file breaks its own rules. */
export function loadCatalogue(service: string): readonly Requirement[] {
  const file = join(packageRoot, 'specs', service, 'requirements.yaml');
  const data: unknown = parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ allErrors: true });
  if (!ajv.validate(SCHEMA, data)) throw new SuiteError(`${file}: ${ajv.errorsText()}`);
  const { requirements } = data as { requirements: Requirement[] };
  const ids = requirements.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new SuiteError(`${file}: ${twice} stands twice`);
  return requirements;
}

/** The level of a requirement in a revision of the contract. */
export function levelIn(requirement: Requirement, revision: string): Level {
  return requirement.levels?.[revision] ?? requirement.level;
}
