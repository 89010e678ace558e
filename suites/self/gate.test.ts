import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idsWith, startCommand, type Finished } from './command.ts';
import { serveTarget, type ServedTarget } from './served-target.ts';

const KNOWN = '- { requirement: LST-03, reason: mends soon, owner: ada, link: TICKET-1, expires: 2999-12-31 }';

// LST-03 is a MUST, AUTH-05 a SHOULD.
describe('a target that breaks a MUST and a SHOULD', () => {
  let target: ServedTarget;

  beforeAll(async () => {
    target = await serveTarget('--deviation', 'page-default-59,unauthorized-empty');
  });

  afterAll(async () => target.stop());

  test('fails, and what failed is judged again with the same data', async () => {
    const first = await run([]);
    expect([first.code, idsWith(first, 'failed')]).toEqual([1, ['LST-03']]);
    const again = await run(['--rerun-failed'], first.folder);
    expect([again.code, again.results?.seed, again.results?.partial]).toEqual([1, first.results?.seed, true]);
    expect(again.results?.requirements.map(({ id }) => id)).toEqual(['LST-03']);
    expect(again.results?.comparison).toEqual({ ...lastOf(first), changes: [] });
    const other = await run(['--rerun-failed', '--only', 'AUTH-*'], first.folder);
    expect([other.code, other.stderr]).toEqual([2, expect.stringMatching(/^nothing that failed in .* fits --only/)]);
  });

  test('is let through while the failure is known, and the run says so aloud', async () => {
    const finished = await run([], knowing(KNOWN));
    expect(finished.code, finished.stdout).toBe(0);
    expect(finished.stdout).toContain('mends soon (ada, until 2999-12-31, TICKET-1)');
    expect(finished.stdout).toContain('1 WAIVED');
    expect((await run(['--only', 'LST-03'], knowing(KNOWN))).code).toBe(3);
  });

  test('is told from what it was in an earlier run', async () => {
    const earlier = await startCommand(['run', '--only', 'LST-03,LST-04'], {}, emptyFolder()).finished;
    const baseline = join(earlier.folder, 'conformance-report', 'results.json');
    const { results } = await run(['--only', 'LST-03,LST-04', '--baseline', baseline]);
    const changes = [{ id: 'LST-03', before: 'passed', now: 'failed' }];
    expect(results?.comparison).toEqual({ ...lastOf(earlier), changes });
  });

  test('is not let through once the day has passed', async () => {
    const finished = await run([], knowing(KNOWN.replace('2999', '2020')));
    expect([finished.code, idsWith(finished, 'failed')]).toEqual([1, ['LST-03']]);
    expect(finished.stdout).toContain('the known failure LST-03 expired on 2020-12-31');
  });

  test('breaks no MUST of these, but fails where a SHOULD counts', async () => {
    expect((await run(['--only', 'AUTH-05'])).code).toBe(3);
    const strict = await run(['--only', 'AUTH-05', '--strict']);
    expect([strict.code, idsWith(strict, 'failed', 'SHOULD')]).toEqual([1, ['AUTH-05']]);
  });

  test('is marked in a job of GitHub', async () => {
    const folder = emptyFolder();
    const variables = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, 'step.md') };
    const { stdout } = await run(['--only', 'LST-03'], folder, variables);
    expect(stdout).toMatch(/^::error title=LST-03 failed::.*received 59 customers/m);
    expect(readFileSync(variables.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^# non-conformant \(partial\)/);
  });

  async function run(flags: readonly string[], folder = emptyFolder(), more: Readonly<Record<string, string>> = {}) {
    return startCommand(['run', ...flags], { ...target.variables, ...more }, folder).finished;
  }
});

test('a known failure that passes now fails the run', async () => {
  const finished = await startCommand(['run', '--only', 'LST-03'], {}, knowing(KNOWN)).finished;
  expect(finished.code).toBe(2);
  expect(finished.stdout).toContain('the known failure LST-03 passes now; take it out of the list');
  const junit = readFileSync(join(finished.folder, 'conformance-report', 'junit.xml'), 'utf8');
  expect(junit).toContain('<error message="the known failure LST-03 passes now; take it out of the list"/>');
});

test('a folder that another run writes to is left to it, and one of a run that is gone is not', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'conformance-report'));
  writeFileSync(join(folder, 'conformance-report', 'run.pid'), `${process.pid}\n`);
  const refused = await startCommand(['run', '--only', 'LST-01'], {}, folder).finished;
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/^process \d+ is writing .*--report-dir.*\n$/),
  ]);
  writeFileSync(join(folder, 'conformance-report', 'run.pid'), `${2 ** 31 - 1}\n`);
  expect((await startCommand(['run', '--only', 'LST-01'], {}, folder).finished).code).toBe(3);
});

test('a folder that is a file takes no reports, and the run says so in one line', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'taken'), '');
  const { code, stderr } = await startCommand(['run', '--report-dir', 'taken'], {}, folder).finished;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^the reports cannot go to taken: EEXIST.*\n$/);
});

test('a report that cannot be removed is told in one line', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'conformance-report', 'report.html'), { recursive: true });
  const { code, stderr } = await startCommand(['run'], {}, folder).finished;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^the reports of an earlier run cannot be removed from conformance-report: .*\n$/);
});

test('a folder that the system refuses to make is told in one line, too', async () => {
  const { code, stderr } = await startCommand(['run', '--report-dir', '/proc/self/no/such'], {}, emptyFolder())
    .finished;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^the reports cannot go to \/proc\/self\/no\/such: ENOENT.*\n$/);
});

test('a command that nobody knows is told in one line', async () => {
  const { code, stderr } = await startCommand(['bogus'], {}, emptyFolder()).finished;
  expect([code, stderr]).toEqual([2, "error: unknown command 'bogus'; --help shows what there is\n"]);
});

test('a flag that nobody knows is told in one line', async () => {
  const { code, stderr } = await startCommand(['run', '--foo'], {}, emptyFolder()).finished;
  expect([code, stderr]).toEqual([2, "error: unknown option '--foo'; --help shows what there is\n"]);
});

test('without a last run there is nothing to judge again, and the run says what to do', async () => {
  const finished = await startCommand(['run', '--rerun-failed'], {}, emptyFolder()).finished;
  expect(finished.code).toBe(2);
  expect(finished.stderr).toMatch(/^--rerun-failed needs .*results\.json, which is not there; run once\n$/);
});

function lastOf({ results }: Finished) {
  return { runId: results?.runId, startedAt: results?.startedAt };
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'conformance-'));
}

function knowing(list: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'known-failures.yaml'), list);
  return folder;
}
