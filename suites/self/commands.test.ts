import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Script } from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findCheck } from '../../src/cli/check-source.ts';
import { suiteIdentity } from '../../src/cli/suite-identity.ts';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import { requirementsOf } from '../../src/conformance/frozen-set.ts';
import { command, MAIN, plainEnvironment, startCommand, type Finished } from './command.ts';

const catalogue = loadCatalogue('customer-tenant');
const results = (name: string) => join('conformance-report', name);

describe('list', () => {
  test('tells a line for each requirement, and fewer where it is narrowed', async () => {
    const all = await command(['list']);
    expect(all.stdout.trim().split('\n')).toHaveLength(requirementsOf(catalogue, '2025').length);
    expect((await command(['list', '--only', 'LST-03'])).stdout).toMatch(/^LST-03 {3}MUST {3}A list without .*\n$/);
  });

  test('gives JSON and Markdown', async () => {
    const json = await command(['list', '--operation', 'ASSIGN', '--level', 'MUST', '--json']);
    const entries = JSON.parse(json.stdout) as { id: string; level: string }[];
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.filter(({ level }) => level !== 'MUST')).toEqual([]);
    const markdown = await command(['list', '--only', 'LST-03', '--markdown']);
    expect(markdown.stdout).toMatch(/^\| id \|.*\n\| --- .*\n\| LST-03 \| MUST \| LIST \| .* \|\n$/);
  });

  test('says in one line that nothing fits', async () => {
    const { code, stderr } = await command(['list', '--only', 'NOPE-*']);
    expect([code, stderr]).toEqual([2, '--only NOPE-* fits no requirement of the catalogue\n']);
  });
});

describe('explain', () => {
  test('tells statement, source, check, and what breaks it', async () => {
    const { stdout } = await command(['explain', 'lst-03']);
    expect(stdout).toMatch(/^LST-03 {2}MUST {2}LIST\nA list without .*\nsource {4}page: .*\nneeds {5}read, writes\n/);
    expect(stdout).toContain("requirement('LST-03', async (t) => {");
    expect(stdout).toContain('page-default-59: a page holds 59 customers by default');
    expect(JSON.parse((await command(['explain', 'LST-03', '--json'])).stdout)).toMatchObject({
      requirement: { id: 'LST-03' },
    });
  });

  test('knows the check of every requirement', () => {
    const broken = catalogue.filter(({ id }) => !isWhole(findCheck(id)?.code ?? ''));
    expect(broken.map(({ id }) => id)).toEqual([]);
  });

  test('says in one line that there is no such requirement', async () => {
    const { code, stderr } = await command(['explain', 'LST-999']);
    expect([code, stderr]).toEqual([2, 'there is no requirement LST-999; list shows all of them\n']);
  });
});

/** Whether a piece of code is something, and can be parsed. */
function isWhole(code: string): boolean {
  try {
    return code !== '' && new Script(code) instanceof Script;
  } catch {
    return false;
  }
}

test('who closes the output early neither stops a run nor changes its exit code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'closed-'));
  const line = `"${process.execPath}" "${MAIN}" run --only 'CRE-0*' | head -1 >/dev/null; exit \${PIPESTATUS[0]}`;
  const running = spawn('bash', ['-c', line], { cwd: folder, env: plainEnvironment(), stdio: 'ignore' });
  const [code] = (await once(running, 'close')) as [number];
  expect(code).toBe(3);
  const left = readdirSync(join(folder, 'conformance-report'));
  expect(left).toContain('results.json');
  expect(left.filter((name) => name.startsWith('journal'))).toEqual([]);
});

describe('the results of a run', () => {
  let run: Finished;

  beforeAll(async () => {
    run = await command(['run', '--only', 'LST-03,LST-04', '--seed', '42']);
  });

  test('give the same reports again', async () => {
    const file = join(run.folder, results('report.html'));
    const before = readFileSync(file, 'utf8');
    rmSync(file);
    const again = await startCommand(['report'], {}, run.folder).finished;
    expect([again.code, again.stdout]).toEqual([3, 'reports: conformance-report\n']);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('differ from others in what newly fails, which is exit code 1', async () => {
    const worse = readFileSync(join(run.folder, results('results.json')), 'utf8').replace(
      '"verdict": "passed"',
      '"verdict": "failed"',
    );
    writeFileSync(join(run.folder, 'worse.json'), worse);
    const diff = async (...args: string[]) => startCommand(['diff', ...args], {}, run.folder).finished;
    const known = results('results.json');
    expect(await diff(known, known)).toMatchObject({ code: 0, stdout: 'no verdict differs\n' });
    expect(await diff(known, 'worse.json')).toMatchObject({ code: 1, stdout: 'LST-03: passed -> failed\n' });
    expect(await diff('worse.json', known)).toMatchObject({ code: 0, stdout: 'LST-03: failed -> passed\n' });
    const { stdout } = await diff(known, 'worse.json', '--json');
    expect(JSON.parse(stdout)).toEqual([{ id: 'LST-03', before: 'passed', now: 'failed' }]);
  });

  test('cannot be told from a file that is none', async () => {
    const { code, stderr } = await startCommand(['diff', 'a.json', 'b.json'], {}, run.folder).finished;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.json cannot be read: ENOENT.*\n$/);
  });
});

describe('init', () => {
  const FLAGS = ['--base-url', 'https://shop.example.com', '--tenant', 'acmeshop', '--writes', 'yes'];

  test('writes what a first run needs, and jobs for CI', async () => {
    const { code, folder } = await command(['init', ...FLAGS, '--ci', 'github,gitlab']);
    expect(code).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(JSON.parse(read('conformance.config.json'))).toEqual({
      TARGET_BASE_URL: 'https://shop.example.com',
      TARGET_TENANT: 'acmeshop',
      TARGET_ALLOW_WRITES: 'true',
    });
    expect(parse(read('.github/workflows/conformance.yml'))).toHaveProperty('jobs.conformance.steps');
    expect(parse(read('.gitlab-ci.yml'))).toHaveProperty('conformance.artifacts.reports.junit');
    const jobs = read('.github/workflows/conformance.yml') + read('.gitlab-ci.yml');
    const { name, version } = suiteIdentity();
    expect(jobs.match(/npx --yes .*/g)).toEqual(Array.from({ length: 2 }, () => `npx --yes ${name}@${version}`));
    // What was written is what a run reads.
    writeFileSync(
      join(folder, '.env'),
      read('.env.example').replace('CLIENT_ID=', 'CLIENT_ID=a').replace('SECRET=', 'SECRET=b'),
    );
    const plan = await startCommand(['plan', '--json'], {}, folder).finished;
    expect(JSON.parse(plan.stdout)).toMatchObject({ baseUrl: 'https://shop.example.com', profile: 'core' });
  });

  test('replaces nothing unless it is told to', async () => {
    const { folder } = await command(['init', ...FLAGS, '--ci', 'none']);
    expect(existsSync(join(folder, '.gitlab-ci.yml'))).toBe(false);
    const again = await startCommand(['init', ...FLAGS, '--ci', 'none'], {}, folder).finished;
    const told = 'conformance.config.json, .env.example is there already; --force replaces it\n';
    expect([again.code, again.stderr]).toEqual([2, told]);
    expect((await startCommand(['init', ...FLAGS, '--ci', 'none', '--force'], {}, folder).finished).code).toBe(0);
  });

  test.each([
    [['--base-url', 'ftp://x', '--tenant', 'acmeshop'], 'TARGET_BASE_URL must be an http or https URL\n'],
    [['--base-url', 'https://x', '--tenant', 'ACME'], /^TARGET_TENANT must be 3 to 16 lower-case letters/],
  ])('refuses %j in one line', async (flags, told) => {
    const { code, stderr } = await command(['init', ...flags, '--writes', 'yes', '--ci', 'none']);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
  });

  test('asks on a terminal for what no flag tells', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'init-'));
    const line = `"${process.execPath}" "${MAIN}" init --tenant acmeshop`;
    const asking = spawn('script', ['-qec', line, '/dev/null'], { cwd: folder, env: plainEnvironment() });
    const answers = ['https://shop.example.com', 'no', 'none'];
    let [shown, given] = ['', 0];
    asking.stdout.on('data', (chunk) => {
      shown += String(chunk);
      // Each prompt ends like this, and nothing else that is shown does.
      const prompts = stripVTControlCharacters(shown).split('): ').length - 1;
      for (const answer of answers.slice(given, prompts)) asking.stdin.write(`${answer}\n`);
      given = prompts;
    });
    await once(asking, 'close');
    expect(JSON.parse(readFileSync(join(folder, 'conformance.config.json'), 'utf8'))).toEqual({
      TARGET_BASE_URL: 'https://shop.example.com',
      TARGET_TENANT: 'acmeshop',
      TARGET_ALLOW_WRITES: 'false',
    });
  });

  test('tells in one line where a file cannot be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'init-'));
    mkdirSync(join(folder, '.env.example'));
    const { code, stderr } = await startCommand(['init', ...FLAGS, '--ci', 'none', '--force'], {}, folder).finished;
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^\.env\.example cannot be written: EISDIR.*\n$/)]);
  });

  test('asks nobody where nobody is there', async () => {
    const { code, stderr } = await command(['init']);
    expect([code, stderr]).toEqual([2, 'nobody is there to ask for the root of the deployment (--base-url)\n']);
  });
});

describe('completion', () => {
  test('offers subcommands, and the flags of each, in bash', async () => {
    const { stdout } = await command(['completion', 'bash']);
    const folder = mkdtempSync(join(tmpdir(), 'completion-'));
    writeFileSync(join(folder, 'complete.bash'), stdout);
    const complete = (...words: string[]) => {
      const line = `source complete.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
      const script = `${line}; _emporix_conformance; echo "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim().split(' ');
    };
    expect(complete('emporix-conformance', 'se')).toEqual(['serve']);
    expect(complete('emporix-conformance', 'diff', '--')).toEqual(['--json']);
  });

  test('knows zsh and fish, and says in one line that it knows no other shell', async () => {
    expect((await command(['completion', 'zsh'])).stdout).toContain('bashcompinit');
    expect((await command(['completion', 'fish'])).stdout).toContain('complete -c emporix-conformance');
    const { code, stderr } = await command(['completion', 'tcsh']);
    expect([code, stderr]).toEqual([2, 'no completion for tcsh; there is bash, zsh, fish\n']);
  });
});
