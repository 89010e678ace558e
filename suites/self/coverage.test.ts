import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { readData } from '../../src/conformance/read-data.ts';
import { loadSpec } from '../../src/spec/load-spec.ts';
import { serviceFile } from '../../src/spec/package-root.ts';
import { contractCells } from '../proof/contract-cells.ts';

/** Cells of the contract, and who judges them or why nobody does. */
interface Owner {
  readonly cells: string;
  readonly requirements?: readonly string[];
  readonly unjudged?: string;
}

const SERVICE = 'customer-tenant';
const TEXT = { type: 'string', minLength: 1 };
const SCHEMA = {
  type: 'object',
  required: ['owners'],
  properties: {
    owners: {
      type: 'array',
      items: {
        type: 'object',
        required: ['cells'],
        additionalProperties: false,
        properties: { cells: TEXT, requirements: { type: 'array', items: TEXT, minItems: 1 }, unjudged: TEXT },
        oneOf: [{ required: ['requirements'] }, { required: ['unjudged'] }],
      },
    },
  },
};

const { owners } = readData(serviceFile(SERVICE, 'coverage.yaml'), SCHEMA) as { owners: Owner[] };
const catalogue = new Map(loadCatalogue(SERVICE).map((entry) => [entry.id, entry]));
const cells = [...new Set(contractCells(await loadSpec(serviceFile(SERVICE, 'openapi.yaml'))))];
const ownersOf = (cell: string) => owners.filter((owner) => patternOf(owner.cells).test(cell));

describe('each statement of the contract: operation by scope, parameter, constraint and status', () => {
  test('there are hundreds of them', () => {
    expect(cells.length).toBeGreaterThan(600);
  });

  test('has an owner', () => {
    expect(cells.filter((cell) => ownersOf(cell).length === 0)).toEqual([]);
  });

  test('is owned by requirements that judge its operation', () => {
    const strays = cells.flatMap((cell) =>
      ownersOf(cell).flatMap(({ requirements = [] }) =>
        requirements.filter((id) => !judges(id, cell)).map((id) => `${cell}: ${id}`),
      ),
    );
    expect(strays).toEqual([]);
  });
});

test('every owner owns something', () => {
  const stale = owners.filter((owner) => !cells.some((cell) => patternOf(owner.cells).test(cell)));
  expect(stale.map((owner) => owner.cells)).toEqual([]);
});

function judges(id: string, cell: string): boolean {
  const { operations = [], excluded } = catalogue.get(id) ?? {};
  return excluded === undefined && operations.includes(cell.split(' ', 1)[0] ?? '');
}

function patternOf(glob: string): RegExp {
  return new RegExp(
    `^${glob
      .split('*')
      .map((part) => part.replaceAll(/[.+[\]/]/g, String.raw`\$&`))
      .join('.*')}$`,
  );
}
