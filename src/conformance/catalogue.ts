import { join } from 'node:path';
import { packageRoot } from '../spec/package-root.ts';
import { FEATURES, type Feature } from './feature.ts';
import { readData } from './read-data.ts';
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

/**
 * Reads `specs/<service>/requirements.yaml`, and the `requirements.yaml` of a folder with requirements of somebody's own.
 * Throws SuiteError where a file breaks its rules, or where own ids begin like ours.
 */
export function loadCatalogue(service: string, ownFolder?: string): readonly Requirement[] {
  const ours = readRequirements(join(packageRoot, 'specs', service, 'requirements.yaml'));
  if (ownFolder === undefined) return ours;
  const file = join(ownFolder, 'requirements.yaml');
  const own = readRequirements(file);
  const taken = new Set(ours.map(({ id }) => prefixOf(id)));
  const strange = own.find(({ id }) => taken.has(prefixOf(id)));
  if (strange === undefined) return [...ours, ...own];
  throw new SuiteError(`${file}: ${strange.id} begins like a requirement of the suite; take a prefix of your own`);
}

function readRequirements(file: string): readonly Requirement[] {
  const { requirements } = readData(file, SCHEMA) as { requirements: Requirement[] };
  const ids = requirements.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new SuiteError(`${file}: ${twice} stands twice`);
  return requirements;
}

function prefixOf(id: string): string {
  return id.split('-', 1)[0] ?? id;
}

/** The level of a requirement in a revision of the contract. */
export function levelIn(requirement: Requirement, revision: string): Level {
  return requirement.levels?.[revision] ?? requirement.level;
}
