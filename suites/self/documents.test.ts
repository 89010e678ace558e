import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { EXIT_CODES } from '../../src/cli/exit-code.ts';
import { VARIABLES } from '../../src/cli/variables.ts';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { readable } from '../bench/row.ts';
import { command } from './command.ts';
import { serveTarget } from './served-target.ts';

const read = (name: string) => readFileSync(join(packageRoot, name), 'utf8');
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const documents = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/certification.md', 'docs/own-suites.md'];

test('every npm script that a document names exists', () => {
  const named = documents.flatMap((name) => [...read(name).matchAll(/npm (?:run (?:--silent )?)?([\w:]+)/g)]);
  const unknown = named.map((match) => match[1] ?? '').filter((name) => name !== 'ci' && scripts[name] === undefined);
  expect(named.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});

test('the README names every variable, and no other', () => {
  const named = new Set(readme.match(/\b(?:TARGET|CONFORMANCE)_[A-Z_]+\b|\b(?:HTTPS|NO)_PROXY\b/g));
  expect([...named].toSorted()).toEqual(Object.keys(VARIABLES).toSorted());
});

test('every command that a document names exists', async () => {
  const { stdout } = await command(['--help']);
  const known = [...stdout.matchAll(/^ {2}([a-z]+)[ |[<]/gm)].map((match) => match[1] ?? '');
  const shown = documents.flatMap((name) => [...read(name).matchAll(/npx emporix-conformance ([a-z]+)/g)]);
  const table = [...readme.matchAll(/^\| (`[a-z].*?) \|/gm)].flatMap((row) => [
    ...(row[1] ?? '').matchAll(/`([a-z]+)/g),
  ]);
  const named = [...shown, ...table].map((match) => match[1] ?? '');
  expect(known).toEqual(expect.arrayContaining([...new Set(named)]));
  expect(new Set(named).size).toBeGreaterThan(12);
});

test('the README tells the exit codes as they are', () => {
  const rows = [...readme.matchAll(/^\| (\d) \| ([\w-]+) \|/gm)].map(([, code, verdict]) => [verdict, Number(code)]);
  expect(Object.fromEntries(rows)).toEqual(EXIT_CODES);
});

test('the README counts the requirements', () => {
  expect(readme).toContain(`judges ${loadCatalogue('customer-tenant').length} requirements`);
});

test('the README shows the ratios that the bench is held against', () => {
  const baseline = JSON.parse(read('suites/bench/baseline.json')) as Record<string, number>;
  const rows = Object.entries(baseline).map(([what, figure]) => `| ${what} | ${readable(figure)} x |`);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(readme).toContain(row);
});

test('ARCHITECTURE.md stays under 60 lines', () => {
  expect(read('ARCHITECTURE.md').trim().split('\n').length).toBeLessThan(60);
});

test('the deviation that CONTRIBUTING.md serves exists', () => {
  const shown = /--deviation ([\w-]+)/.exec(read('CONTRIBUTING.md'))?.[1];
  expect(deviations.map(({ name }) => name)).toContain(shown);
});

describe.concurrent('the selections that the documents show', () => {
  const lines = documents.flatMap((name) => [...read(name).matchAll(/npm test -- (--only .*?)(?:`|$)/gm)]);
  const shown = [...new Set(lines.map((match) => match[1] ?? ''))];

  test.each(shown)('npm test -- %s', async (flags) => {
    const { results, stderr } = await command(['run', ...flags.replaceAll("'", '').split(' ')]);
    expect(stderr).toBe('');
    expect(results).toMatchObject({ partial: true, seed: 42, verdict: 'incomplete' });
  });
});

test('the failure that the README shows is what a run tells', async () => {
  const target = await serveTarget('--deviation', 'page-default-59');
  const { stdout } = await command(['run', '--only', 'LST-03', '--seed', '42'], target.variables);
  await target.stop();
  const told = stdout.replaceAll(target.variables['TARGET_BASE_URL'] ?? '', 'http://127.0.0.1:8080');
  const shown = /```\n(failed .*?)```/s.exec(readme)?.[1];
  expect(told).toContain(shown);
});
