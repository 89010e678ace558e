import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/spec/package-root.ts';
import { plainEnvironment } from './command.ts';

const NODES = ['20.19', '22', '24'];
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
const ONE = ['run', '--only', 'LST-03', '--seed', '42'];

// Installing asks the registry, as npm ci did.
describe('the package', () => {
  let tarball: string;
  let folder: string;

  beforeAll(async () => {
    const packed = newFolder();
    // It is built already, and a second build would take it from under the tests that run meanwhile.
    await promisify(execFile)('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], { cwd: packageRoot });
    tarball = join(packed, readdirSync(packed)[0] ?? '');
    folder = newFolder();
    await npm(['install', ...QUIET, tarball]);
  });

  test('judges the embedded target from an empty folder, without any configuration or network', async () => {
    const hosts = join(folder, 'hosts');
    const preload = `--require ${join(import.meta.dirname, 'connection-guard.cjs')}`;
    const guard = { NODE_OPTIONS: preload, GUARD_FILE: hosts };
    const { code, stdout } = await run('node_modules/.bin/emporix-conformance', [], folder, guard);
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/\nconformant: \d+ passed, 0 failed/);
    expect([...new Set(readFileSync(hosts, 'utf8').trim().split('\n'))]).toEqual(['127.0.0.1']);
    expect(readdirSync(join(folder, 'conformance-report'))).toEqual(
      expect.arrayContaining(['evidence', 'junit.xml', 'report.html', 'results.json', 'summary.md']),
    );
  });

  test('runs where pnpm installed it', async () => {
    const own = newFolder();
    await run('npm', ['exec', '--yes', 'pnpm@10', '--', 'add', tarball], own);
    const { code, stdout } = await run('node_modules/.bin/emporix-conformance', ONE, own);
    expect([code, stdout]).toEqual([3, expect.stringContaining('incomplete (partial): 1 passed')]);
  });

  test('runs where it was installed globally', async () => {
    const prefix = newFolder();
    await npm(['install', ...QUIET, '--global', '--prefix', prefix, tarball]);
    const { code, stdout } = await run(join(prefix, 'bin', 'emporix-conformance'), ONE, newFolder());
    expect([code, stdout]).toEqual([3, expect.stringContaining('incomplete (partial): 1 passed')]);
  });

  test.each(NODES)('runs on Node %s', async (version) => {
    const own = newFolder();
    const name = `node-${process.platform}-${process.arch}`;
    await run('npm', ['install', ...QUIET, `${name}@${version}`], own);
    const node = join(own, 'node_modules', name, 'bin', 'node');
    const main = join(folder, 'node_modules/emporix-conformance/dist/src/cli/main.js');
    const { code, stdout } = await run(node, [main, ...ONE], own);
    expect([code, stdout]).toEqual([3, expect.stringContaining('incomplete (partial): 1 passed')]);
  });

  describe('with suites of somebody’s own, in TypeScript', () => {
    beforeAll(() => {
      mkdirSync(join(folder, 'own', 'loyalty'), { recursive: true });
      writeFileSync(join(folder, 'own', 'requirements.yaml'), CATALOGUE);
      writeFileSync(join(folder, 'own', 'loyalty', 'names.ts'), SUITE);
    });

    test('judges them beside its own', async () => {
      const { code, stdout } = await run('npx', ['emporix-conformance', 'run', '--only', 'ACME-*,LST-03'], folder, OWN);
      expect(code, stdout).toBe(1);
      expect(stdout).toMatch(
        /failed {2}ACME-2 {2}MUST {2}A new customer is greeted .*\n {2}expected {2}the first name Ada/,
      );
      expect(stdout).toContain('2 passed, 1 failed');
    });

    test('lists and explains them', async () => {
      const list = await run('npx', ['emporix-conformance', 'list', '--only', 'ACME-*'], folder, OWN);
      expect(list.stdout.trim().split('\n')).toHaveLength(2);
      const explained = await run('npx', ['emporix-conformance', 'explain', 'ACME-1'], folder, OWN);
      expect(explained.stdout).toContain('A new customer is greeted by a first name.');
      expect(explained.stdout).toContain('requests  not measured: it is a requirement of your own');
      expect(explained.stdout).toMatch(/names\.ts\):\nrequirement\('ACME-1', async \(t: Examination\) => \{\n/);
      const plan = await run('npx', ['emporix-conformance', 'plan'], folder, OWN);
      expect(plan.stdout).toMatch(/^ +and what the suites in .*own send$/m);
    });

    test('takes no ids that begin like its own', async () => {
      const stolen = newFolder();
      writeFileSync(join(stolen, 'requirements.yaml'), CATALOGUE.replaceAll('ACME-', 'LST-'));
      const variables = { CONFORMANCE_SUITES: stolen };
      const { code, stderr } = await run('npx', ['emporix-conformance', 'list'], folder, variables);
      expect(code).toBe(2);
      expect(stderr).toMatch(/requirements\.yaml: LST-1 begins like a requirement of the suite; take a prefix/);
    });
  });

  async function npm(args: readonly string[]) {
    const { code, stderr } = await run('npm', args);
    if (code !== 0) throw new Error(stderr);
  }

  async function run(
    file: string,
    args: readonly string[],
    cwd = folder,
    variables: Readonly<Record<string, string>> = {},
  ) {
    const env = { ...plainEnvironment(), ...variables };
    const done = await promisify(execFile)(file, args, { cwd, env, maxBuffer: 2 ** 26 }).catch(
      (fault: Failed) => fault,
    );
    return { code: 'code' in done ? done.code : 0, stdout: done.stdout, stderr: done.stderr };
  }
});

const OWN = { CONFORMANCE_SUITES: 'own' };

// As the document shows them, and a second requirement that no target meets.
const shown = readFileSync(join(packageRoot, 'docs', 'own-suites.md'), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(shown)?.[1] ?? '';
const doubled = (text: string) =>
  text.replaceAll('ACME-1', 'ACME-2').replaceAll("=== 'Eve', 'the first name Eve'", "=== 'Ada', 'the first name Ada'");
const CATALOGUE = block('yaml') + doubled(block('yaml')).split('requirements:\n')[1];
const SUITE = block('ts') + doubled(block('ts')).slice(block('ts').indexOf('requirement('));

interface Failed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'conformance-package-'));
}
