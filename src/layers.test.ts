import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const LAYERS = ['spec', 'http', 'auth', 'contract', 'conformance', 'report', 'certificate', 'cli'];

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports = ['src', 'suites', 'fixtures'].flatMap((folder) => sourcesIn(folder)).flatMap((file) => importsOf(file));

describe('imports go one way', () => {
  test.each(LAYERS)('src/%s imports itself and what is left of it', (layer) => {
    const allowed = LAYERS.slice(0, LAYERS.indexOf(layer) + 1).map((name) => `src/${name}/`);
    const extra = layer === 'cli' ? ['fixtures/reference-target/'] : [];
    const own = imports.filter(({ from }) => from.startsWith(`src/${layer}/`));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ to }) => ![...allowed, ...extra].some((start) => to.startsWith(start)))).toEqual([]);
  });

  test('the reference target imports nothing of the suite', () => {
    const own = imports.filter(({ from }) => from.startsWith('fixtures/'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ to }) => !to.startsWith('fixtures/'))).toEqual([]);
  });

  test('the requirements know neither the reference target nor the command', () => {
    const own = imports.filter(({ from }) => from.startsWith('suites/customer-tenant/'));
    const known = [
      'src/conformance/',
      'src/contract/',
      'src/http/',
      'src/auth/',
      'fixtures/builders/',
      'suites/customer-tenant/',
    ];
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ to }) => !known.some((start) => to.startsWith(start)))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => join(folder, file));
}

function importsOf(file: string): Import[] {
  const matches = readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g);
  return [...matches].map(([, target = '']) => ({
    from: file,
    to: relative(ROOT, resolve(ROOT, dirname(file), target)),
  }));
}
