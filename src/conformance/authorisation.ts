import { serviceFile } from '../spec/package-root.ts';
import { readData } from './read-data.ts';

/** One caller of the authorisation grid, with a cell for each operation of which something is promised. */
export interface Caller {
  readonly label: string;
  readonly principal: string;
  readonly cells: Readonly<Record<string, AuthorisationCell>>;
}

/** What a caller is answered, in words, and the requirements that judge it. */
export interface AuthorisationCell {
  readonly answer: string;
  readonly requirements: readonly string[];
}

const TEXT = { type: 'string', minLength: 1 };
const CELL = {
  type: 'object',
  required: ['answer', 'requirements'],
  additionalProperties: false,
  properties: { answer: TEXT, requirements: { type: 'array', minItems: 1, items: TEXT } },
};
const CALLER = {
  type: 'object',
  required: ['label', 'principal', 'cells'],
  additionalProperties: false,
  properties: { label: TEXT, principal: TEXT, cells: { type: 'object', additionalProperties: CELL } },
};
const SCHEMA = { type: 'object', required: ['callers'], properties: { callers: { type: 'array', items: CALLER } } };

/** Reads `specs/<service>/authorisation.yaml`. Throws SuiteError where the file breaks its own rules. */
export function loadAuthorisation(service: string): readonly Caller[] {
  const data = readData(serviceFile(service, 'authorisation.yaml'), SCHEMA);
  return (data as { callers: Caller[] }).callers;
}
