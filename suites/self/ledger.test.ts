import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { consequences } from '../../fixtures/reference-target/deviations/consequences.ts';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { loadAuthorisation } from '../../src/conformance/authorisation.ts';
import { loadFrozenSet, pinOf, requirementsOf } from '../../src/conformance/frozen-set.ts';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { resolvePointer } from '../../src/spec/json-pointer.ts';
import { loadSpec } from '../../src/spec/load-spec.ts';
import { packageRoot, serviceFile } from '../../src/spec/package-root.ts';

const SERVICE = 'customer-tenant';
const catalogue = loadCatalogue(SERVICE);
const ids = catalogue.map(({ id }) => id);
const spec = await loadSpec(serviceFile(SERVICE, 'openapi.yaml'));

/** The ids that the suites declare, as often as they do. */
function declaredIds(): string[] {
  const folder = join(packageRoot, 'suites', SERVICE);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/\brequirement\(\s*'([^']+)'/g)].map(([, id = '']) => id));
}

/** The deviations that list what they entail where they are declared; `consequences` would replace it unseen. */
function namesThatSayWhatTheyEntail(): string[] {
  const folder = join(packageRoot, 'fixtures/reference-target/deviations');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(/name: '([^']+)',\s*breaks: \[[^\]]*\],\s*entails:/g)].map(([, name = '']) => name),
  );
}

describe('the ledger', () => {
  const declared = declaredIds();

  test('every requirement has one check, and every check a requirement', () => {
    expect(declared.toSorted()).toEqual(ids.toSorted());
  });

  test.each(['2025', '2026'])('ids, levels and statements are those that revision %s has pinned', (revision) => {
    const { requirements, provisional } = loadFrozenSet(SERVICE, revision);
    const now = requirementsOf(catalogue, revision).map((entry) => [entry.id, pinOf(entry, revision)] as const);
    // What differs was changed on purpose: npm run pin.
    expect({ ...requirements, ...provisional }).toEqual(Object.fromEntries(now));
  });

  test('every cell of the authorisation grid is judged by requirements of its operation', () => {
    const cells = loadAuthorisation(SERVICE).flatMap(({ cells: own }) => Object.entries(own));
    const stray = cells.filter(([operation, { requirements }]) =>
      requirements.some((id) => !catalogue.find((entry) => entry.id === id)?.operations.includes(operation)),
    );
    expect(cells.length).toBeGreaterThanOrEqual(70);
    expect(stray).toEqual([]);
  });

  test('the declarations are where they are looked for', () => {
    expect(declared.length).toBeGreaterThan(200);
  });

  test('every pointer of a source leads somewhere in the contract', () => {
    const pointers = catalogue.flatMap(({ id, source }) =>
      source['pointer'] ? [[id, source['pointer']] as const] : [],
    );
    const lost = pointers.filter(([, pointer]) => resolvePointer(spec.document, pointer) === undefined);
    expect(pointers.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  test('every operation that a requirement names is in the contract', () => {
    const known = ['OAUTH', ...spec.operations.map(({ id }) => id)];
    expect(catalogue.flatMap(({ operations }) => operations).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('every operation of the contract has requirements', () => {
    const owned = new Set(catalogue.flatMap(({ operations }) => operations));
    expect(spec.operations.map(({ id }) => id).filter((id) => !owned.has(id))).toEqual([]);
  });

  test('every deviation has a name of its own and breaks what the catalogue knows', () => {
    expect(new Set(deviations.map(({ name }) => name)).size).toBe(deviations.length);
    expect(deviations.flatMap(({ breaks }) => breaks).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('consequences are those of deviations that say none themselves, and of requirements that exist', () => {
    const named = Object.keys(consequences);
    expect(named.filter((name) => !deviations.some((each) => each.name === name))).toEqual([]);
    const saying = namesThatSayWhatTheyEntail();
    expect(saying.length).toBeGreaterThan(50);
    expect(named.filter((name) => saying.includes(name))).toEqual([]);
    const entailed = deviations.flatMap(({ entails = [] }) => entails);
    expect(entailed.filter((id) => !ids.includes(id))).toEqual([]);
    const twice = deviations.filter(
      ({ breaks, entails = [] }) => new Set([...breaks, ...entails]).size < breaks.length + entails.length,
    );
    expect(twice.map(({ name }) => name)).toEqual([]);
  });

  test('every MUST that can be judged has a deviation that breaks it', () => {
    const supplied = catalogue.filter(({ level, excluded, revisions }) => {
      return level === 'MUST' && excluded === undefined && (revisions ?? ['2025']).includes('2025');
    });
    const broken = new Set(deviations.flatMap(({ breaks }) => breaks));
    expect(supplied.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });
});
