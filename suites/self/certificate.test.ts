import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENVELOPE, readBundle, writeBundle, type Bundle } from '../../src/certificate/bundle.ts';
import { sealStatement } from '../../src/certificate/envelope.ts';
import { newKeyPair, readPrivateKey } from '../../src/certificate/keys.ts';
import { toStatement } from '../../src/certificate/statement.ts';
import type { Results } from '../../src/report/results.ts';
import { startMailSink, type MailSink } from '../../src/cli/mail-sink.ts';
import { startCommand, type Finished } from './command.ts';
import { serveTarget } from './served-target.ts';

const SOMEWHERE = { TARGET_BASE_URL: 'http://127.0.0.1:9', TARGET_TENANT: 'acmeshop' };
const CHALLENGE = 'sixteen letters or more';
const CLAIM = ['--key', 'vendor.pem.pub', '--challenge', CHALLENGE];
const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const at = (name: string) => join(folder, name);
const run = async (args: readonly string[], variables = {}) => startCommand(args, variables, folder).finished;

let sink: MailSink;
let bundle: Bundle;
let forgeries = 0;

beforeAll(async () => {
  sink = await startMailSink('127.0.0.1', 0);
  await run(['certify', '--new-key', 'vendor.pem']);
  await certify();
  bundle = await readBundle(at('certificate.zip'));
});

afterAll(async () => sink.close());

describe('a certificate', () => {
  test('is valid for anybody with the public key and the challenge, and earns a badge', async () => {
    const verified = await run(['verify', 'certificate.zip', ...CLAIM]);
    expect(verified.stdout).toMatch(/^valid: http:.* was conformant to revision 2025 on 20.*\n$/);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    const badge = await run(['badge', 'certificate.zip', ...CLAIM]);
    expect(badge.code).toBe(0);
    expect(readFileSync(at('badge.svg'), 'utf8')).toContain('conformant 2025');
  });

  test('holds no key', () => {
    const secret = readFileSync(at('vendor.pem'), 'utf8').split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    for (const [name, content] of bundle) expect(content.includes(secret), name).toBe(false);
  });

  test('is not valid for another challenge, nor by another key', async () => {
    writeFileSync(at('other.pub'), newKeyPair().publicKey);
    const other = ['verify', 'certificate.zip', '--key', 'other.pub', '--challenge', CHALLENGE];
    expect(await run(other)).toMatchObject({
      code: 1,
      stderr: 'not valid: the signature is not of this key, or the statement was changed\n',
    });
    const late = ['verify', 'certificate.zip', '--key', 'vendor.pem.pub', '--challenge', 'another challenge'];
    expect(await run(late)).toMatchObject({ code: 1, stderr: 'not valid: the run was made on another challenge\n' });
  });
});

describe('a bundle that was changed after it was signed', () => {
  test.each([
    ['an edited file', 'results.json', '{}', 'results.json is not what was signed'],
    ['an edited record', 'evidence/exchanges.jsonl', '{}\n', 'evidence/exchanges.jsonl is not what was signed'],
    ['a missing file', 'revision.yaml', undefined, 'revision.yaml is missing'],
    ['no signature', ENVELOPE, undefined, `${ENVELOPE} is missing`],
    ['a broken signature', ENVELOPE, '{"payload":1}', 'the envelope is no DSSE envelope of an in-toto statement'],
  ])('%s is found, and earns no badge', async (_, name, content, fault) => {
    const changed = new Map(bundle);
    changed.delete(name);
    if (content !== undefined) changed.set(name, Buffer.from(content));
    await writeBundle(at('changed.zip'), changed);
    expect(await run(['verify', 'changed.zip', ...CLAIM])).toMatchObject({ code: 1, stderr: `not valid: ${fault}\n` });
    expect((await run(['badge', 'changed.zip', ...CLAIM])).code).toBe(1);
  });
});

// Who holds the key can sign whatever they like.
describe.concurrent('a bundle that was signed although it is false', () => {
  test.each<readonly [string, (results: Results) => Results, RegExp]>([
    ['a removed requirement', (all) => having(all, (each) => each.slice(1)), /^not valid: AUTH-01 is missing$/m],
    ['a doubled one', (all) => having(all, ([first, ...each]) => [first, first, ...each]), /AUTH-01 stands 2 times/],
    [
      'an added one',
      (all) => having(all, (each) => [...each, { ...each[0], id: 'AUTH-99' }]),
      /AUTH-99 is no requirement/,
    ],
    [
      'a flipped one',
      (all) => having(all, ([first, ...each]) => [{ ...first, verdict: 'failed' }, ...each]),
      /AUTH-01 is failed[^]*AUTH-01 is failed, by the evidence passed/,
    ],
    ['another profile', (all) => ({ ...all, profile: 'core' }), /the profile is core, not full/],
    ['a partial run', (all) => ({ ...all, partial: true }), /the run was partial/],
    ['another verdict', (all) => ({ ...all, verdict: 'incomplete' }), /the verdict is incomplete/],
    ['a waived failure', (all) => ({ ...all, summary: { ...all.summary, waived: 1 } }), /1 failures were waived/],
    ['no results', () => ({}) as Results, /results\.json is no document of results/],
  ])('with %s', async (_, change, told) => {
    const results = change(resultsOf(bundle));
    const { code, stderr } = await verifySigned({ 'results.json': JSON.stringify(results) });
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
  });

  test.each([
    ['an older ledger', 'requirements.yaml', /requirements\.yaml is not the one of this suite/],
    ['another contract', 'openapi.yaml', /openapi\.yaml is not the one of this suite/],
    ['another frozen set', 'revision.yaml', /revision\.yaml is not the one of this suite/],
  ])('with %s', async (_, name, told) => {
    const { code, stderr } = await verifySigned({ [name]: `${bundle.get(name)?.toString() ?? ''}\n# older\n` });
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
  });

  test('with evidence that shows something else', async () => {
    const exchanges = bundle.get('evidence/exchanges.jsonl')?.toString() ?? '';
    const edited = exchanges.replaceAll(/("method":"DELETE".*"status":)202/g, '$1200');
    const { code, stderr } = await verifySigned({ 'evidence/exchanges.jsonl': edited });
    expect(code).toBe(1);
    expect(stderr).toContain('not valid: DEL-01 is passed, by the evidence failed\n');
  });

  test('with the evidence of another run', async () => {
    const recorded = bundle.get('evidence/run.json')?.toString() ?? '';
    const { code, stderr } = await verifySigned({ 'evidence/run.json': recorded.replace(/"seed": \d+/g, '"seed": 7') });
    expect(code).toBe(1);
    expect(stderr).toContain('not valid: the evidence is of another run\n');
  });

  test('with a suite that is not this one', async () => {
    const environment =
      bundle
        .get('environment.json')
        ?.toString()
        .replace(/"suite": "[^"]+"/, '"suite": "9.9.9"') ?? '';
    const { code, stderr } = await verifySigned({ 'environment.json': environment });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^not valid: it was made by suite 9\.9\.9; verify it with/),
    ]);
  });
});

describe('a file that is no bundle', () => {
  test.each([
    ['is cut off', (file: string) => truncateSync(file, 1_000), /^not valid: the bundle cannot be read: /],
    ['has a gigabyte', (file: string) => truncateSync(file, 2 ** 30), /larger than 256 MiB\n$/],
    ['holds a path out of its folder', (file: string) => rename(file, '../../../../e.ya'), /invalid relative path/],
    [
      'holds a file of its own',
      (file: string) => rename(file, 'stranger.yaml..x'),
      /stranger\.yaml\.\.x is no file of a bundle/,
    ],
  ])('where it %s', async (_, spoil, told) => {
    await writeBundle(at('spoilt.zip'), bundle);
    spoil(at('spoilt.zip'));
    const { code, stderr } = await run(['verify', 'spoilt.zip', ...CLAIM]);
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('nothing is certified', () => {
  test.each([
    ['without a deployment', ['--challenge', CHALLENGE, '--key', 'vendor.pem'], {}, /^TARGET_BASE_URL is not set/],
    ['on a short challenge', ['--challenge', 'short', '--key', 'vendor.pem'], {}, /^--challenge must have at least 16/],
    ['without a key', ['--challenge', CHALLENGE], SOMEWHERE, /^there is no key: --key names its file/],
    [
      'with no key in the file',
      ['--challenge', CHALLENGE, '--key', 'badge.svg'],
      SOMEWHERE,
      /^the key is no private key/,
    ],
    ['over a key', ['--new-key', 'vendor.pem'], {}, /^vendor\.pem is there already; a key is never replaced/],
  ])('%s', async (_, flags, variables, told) => {
    const { code, stderr } = await run(['certify', ...flags], variables);
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
  });

  test('where a MUST fails, known or not', async () => {
    const known = '- { requirement: LST-03, reason: known, owner: ada, link: T-1, expires: 2999-12-31 }';
    writeFileSync(at('known-failures.yaml'), known);
    const { code, stderr } = await certify('--deviation', 'page-default-59');
    expect([code, stderr]).toEqual([1, 'not certified: the run does not show conformance\n']);
  });
});

/** Verifies the bundle with some files changed, signed anew with the key of the vendor. */
async function verifySigned(changes: Readonly<Record<string, string>>) {
  const files = Object.entries(changes).map(([name, text]) => [name, Buffer.from(text)] as const);
  const forged = new Map([...bundle, ...files]);
  forged.delete(ENVELOPE);
  const key = readPrivateKey(readFileSync(at('vendor.pem'), 'utf8'));
  const envelope = sealStatement(toStatement(forged, resultsOf(bundle)), key);
  const name = `forged-${(forgeries += 1)}.zip`;
  await writeBundle(at(name), new Map([...forged, [ENVELOPE, Buffer.from(JSON.stringify(envelope))]]));
  return run(['verify', name, ...CLAIM]);
}

/** Certifies a target with these faults, and leaves `certificate.zip`. */
async function certify(...faults: readonly string[]): Promise<Finished> {
  const target = await serveTarget('--smtp', `smtp://127.0.0.1:${sink.smtpPort}`, ...faults);
  const variables = { ...target.variables, TARGET_MAIL_SINK: `mailpit+${sink.mailboxUrl}` };
  const finished = await run(['certify', '--challenge', CHALLENGE, '--key', 'vendor.pem'], variables);
  await target.stop();
  return finished;
}

// As long as what it replaces.
function rename(file: string, name: string): void {
  const text = readFileSync(file).toString('latin1');
  writeFileSync(file, text.replaceAll('environment.json', name), 'latin1');
}

function resultsOf(files: Bundle): Results {
  return JSON.parse(files.get('results.json')?.toString() ?? '') as Results;
}

type Entries = Results['requirements'];

function having(results: Results, change: (entries: Entries) => unknown[]): Results {
  return { ...results, requirements: change(results.requirements) as Entries };
}
