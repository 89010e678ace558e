import { createHash } from 'node:crypto';
import { serviceFile } from '../spec/package-root.ts';
import { levelIn, type Requirement } from './catalogue.ts';
import { readData } from './read-data.ts';
import type { Level } from './verdict.ts';

/** The revisions of the contract that the suite judges by, the usual one first. */
export const REVISIONS = ['2025', '2026'] as const;

/** What a revision of the contract requires, as it was fixed; what is provisional runs along, and decides nothing yet. */
export interface FrozenSet {
  readonly revision: string;
  readonly requirements: Readonly<Record<string, Pin>>;
  readonly provisional: Readonly<Record<string, Pin>>;
}

/** How a requirement was worded and bound when it was fixed. */
export interface Pin {
  readonly level: Level;
  /** The first half of the statement's SHA-256. */
  readonly statement: string;
}

const PINS = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['level', 'statement'],
    additionalProperties: false,
    properties: {
      level: { enum: ['MUST', 'SHOULD', 'MAY'] },
      statement: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    },
  },
};
const SCHEMA = {
  type: 'object',
  required: ['revision', 'requirements', 'provisional'],
  additionalProperties: false,
  properties: { revision: { type: 'string' }, requirements: PINS, provisional: PINS },
};

/** The file with the frozen set of a revision. */
export function frozenSetFile(service: string, revision: string): string {
  return serviceFile(service, `revisions/${revision}.yaml`);
}

/** Reads `specs/<service>/revisions/<revision>.yaml`. Throws SuiteError where the file breaks its own rules. */
export function loadFrozenSet(service: string, revision: string): FrozenSet {
  return readData(frozenSetFile(service, revision), SCHEMA) as FrozenSet;
}

/** The pin of a requirement as it is now. */
export function pinOf(requirement: Requirement, revision: string): Pin {
  const statement = createHash('sha256').update(requirement.statement).digest('hex').slice(0, 32);
  return { level: levelIn(requirement, revision), statement };
}

/** The requirements of a catalogue that belong to a revision. */
export function requirementsOf(catalogue: readonly Requirement[], revision: string): Requirement[] {
  return catalogue.filter(({ revisions }) => revisions?.includes(revision) ?? true);
}
