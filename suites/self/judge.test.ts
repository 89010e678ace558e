import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { command, idsWith, startCommand, type Finished } from './command.ts';
import { serveTarget } from './served-target.ts';

const EXCHANGES = join('conformance-report', 'evidence', 'exchanges.jsonl');

// Lists lag, so that the run waits; LST-03 and DEL-01 are broken.
describe('a run whose target is gone', () => {
  let run: Finished;

  beforeAll(async () => {
    const target = await serveTarget('--variant', 'lagging-lists', '--deviation', 'page-default-59,delete-200');
    run = await startCommand(['run'], target.variables, emptyFolder()).finished;
    await target.stop();
  });

  test('is judged again with the same verdicts, in no time', async () => {
    const again = await judge(run.folder);
    expect(again.stdout).toContain('the same verdicts as in conformance-report/results.json');
    expect([again.code, idsWith(run, 'failed')]).toEqual([1, ['LST-03', 'DEL-01']]);
    expect(judgedIn(run.folder)).toEqual(run.results?.requirements.map(({ id, verdict }) => [id, verdict]));
  });

  test('is told from one whose results were mended by hand', async () => {
    const file = join(run.folder, 'conformance-report', 'results.json');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replaceAll('"verdict": "failed"', '"verdict": "passed"'));
    const again = await judge(run.folder);
    writeFileSync(file, written);
    expect(again.code).toBe(2);
    expect(again.stdout).toContain('  LST-03: passed, by the evidence failed');
  });

  test('is told from one whose results are of another run or target', async () => {
    const file = join(run.folder, 'conformance-report', 'results.json');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replace(/"seed": \d+/, '"seed": 5').replace('"tenant": "', '"tenant": "not'));
    const again = await judge(run.folder);
    writeFileSync(file, written);
    expect(again.code).toBe(2);
    expect(again.stdout).toMatch(/ {2}target: not what the evidence says\n {2}seed: not what/);
  });

  test('is told from one whose evidence was mended by hand', async () => {
    const file = join(run.folder, EXCHANGES);
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replaceAll(/("method":"DELETE".*"status":)200/g, '$1202'));
    const again = await judge(run.folder);
    writeFileSync(file, written);
    expect(again.code).toBe(2);
    expect(again.stdout).toContain('  DEL-01: failed, by the evidence passed');
  });

  test('cannot be judged where an answer is missing', async () => {
    const file = join(run.folder, EXCHANGES);
    const written = readFileSync(file, 'utf8');
    const kept = written.split('\n').filter((line) => !line.includes('"by":"LST-01"'));
    writeFileSync(file, kept.join('\n'));
    const again = await judge(run.folder);
    writeFileSync(file, written);
    expect(again.code).toBe(2);
    expect(again.stdout).toMatch(/LST-01: passed, by the evidence untestable/);
    expect(again.stdout).toMatch(/untestable {2}the evidence holds no answer to GET .*\/customers/);
  });

  test.each([
    [
      'a line is no JSON',
      '{"n":1\n{}\n',
      /^the evidence cannot be read: .*exchanges\.jsonl:1 is no line of evidence\n$/,
    ],
    ['it is cut off', '{"n":1', /^the evidence cannot be read: .*exchanges\.jsonl is cut off in its last line\n$/],
    ['there is none', undefined, /^the evidence cannot be read: ENOENT.*\n$/],
  ])('says in one line what is wrong where %s', async (_, content, told) => {
    const file = join(run.folder, EXCHANGES);
    const written = readFileSync(file, 'utf8');
    if (content === undefined) rmSync(file);
    else writeFileSync(file, content);
    const again = await judge(run.folder);
    writeFileSync(file, written);
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(told)]);
  });

  test.each([
    [{ settings: { principals: 5 } }, '/settings/principals must be array'],
    [{ settings: { baseUrl: 'x' } }, '/settings/baseUrl must match pattern'],
    [{ settings: { convergenceMs: 'x' } }, '/settings/convergenceMs must be number'],
    [{ facts: { startedAt: 'x' } }, '/facts/startedAt must match pattern'],
    [{ facts: { faults: undefined } }, "/facts must have required property 'faults'"],
    [{ known: [{}] }, "/known/0 must have required property 'requirement'"],
  ])('says in one line that its record was spoilt: %j', async (changes: object, told) => {
    const file = join(run.folder, 'conformance-report', 'evidence', 'run.json');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify(spoilt(JSON.parse(written) as object, changes)));
    const again = await judge(run.folder);
    writeFileSync(file, written);
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/^conformance-report\/evidence\/run\.json is no record of a run: data\/.*\n$/);
    expect(again.stderr).toContain(told);
  });

  test('is never written over', async () => {
    const flags = ['judge', 'conformance-report/evidence', '--report-dir', 'conformance-report/'];
    const { code, stderr } = await startCommand(flags, {}, run.folder).finished;
    const told = '--report-dir conformance-report/ holds the results that are compared; take another folder\n';
    expect([code, stderr]).toEqual([2, told]);
    expect((await judge(run.folder)).code).toBe(1);
  });
});

test('a folder without evidence is told in one line', async () => {
  const { code, stderr } = await command(['judge', 'nowhere']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^nowhere\/run\.json cannot be read: ENOENT.*; name the evidence folder of a run\n$/);
});

async function judge(folder: string): Promise<Finished> {
  return startCommand(['judge', 'conformance-report/evidence'], {}, folder).finished;
}

function judgedIn(folder: string): unknown {
  const file = join(folder, 'conformance-report', 'judged', 'results.json');
  const { requirements } = JSON.parse(readFileSync(file, 'utf8')) as NonNullable<Finished['results']>;
  return requirements.map(({ id, verdict }) => [id, verdict]);
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'conformance-'));
}

function spoilt(record: object, changes: object): object {
  const merged = Object.entries(changes).map(([name, value]: [string, unknown]) => {
    const known: unknown = Reflect.get(record, name);
    return [name, Array.isArray(value) ? value : { ...Object(known), ...Object(value) }];
  });
  return { ...record, ...Object.fromEntries(merged) };
}
