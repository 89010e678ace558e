import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENVELOPE, readBundle, writeBundle, type Bundle } from '../../src/certificate/bundle.ts';
import { newKeyPair } from '../../src/certificate/keys.ts';
import { CHALLENGE, CLAIM, Vendor } from './certified-target.ts';

const SOMEWHERE = { TARGET_BASE_URL: 'http://127.0.0.1:9', TARGET_TENANT: 'acmeshop' };
const vendor = new Vendor();
let bundle: Bundle;

beforeAll(async () => {
  await vendor.certifyRight();
  bundle = await readBundle(vendor.at('certificate.zip'));
});

describe('a certificate', () => {
  test('is valid for anybody with the public key and the challenge, and earns a badge', async () => {
    const verified = await vendor.run(['verify', 'certificate.zip', ...CLAIM]);
    expect(verified.stdout).toMatch(/^valid: http:.* was conformant to revision 2025 on 20.*\n$/);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    const badge = await vendor.run(['badge', 'certificate.zip', ...CLAIM]);
    expect(badge.code).toBe(0);
    expect(readFileSync(vendor.at('badge.svg'), 'utf8')).toContain('conformant 2025');
    const over = await vendor.run(['badge', 'certificate.zip', ...CLAIM, '--out', 'certificate.zip']);
    expect([over.code, over.stderr]).toEqual([
      2,
      'certificate.zip cannot be written: something else is there already\n',
    ]);
  });

  test('holds no key', () => {
    const secret = readFileSync(vendor.at('vendor.pem'), 'utf8').split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    for (const [name, content] of bundle) expect(content.includes(secret), name).toBe(false);
  });

  test('is not valid for another challenge, nor by another key', async () => {
    writeFileSync(vendor.at('other.pub'), newKeyPair().publicKey);
    const other = ['verify', 'certificate.zip', '--key', 'other.pub', '--challenge', CHALLENGE];
    expect(await vendor.run(other)).toMatchObject({
      code: 1,
      stderr: 'not valid: the signature is not of this key, or the statement was changed\n',
    });
    const late = ['verify', 'certificate.zip', '--key', 'vendor.pem.pub', '--challenge', 'another challenge'];
    expect(await vendor.run(late)).toMatchObject({
      code: 1,
      stderr: 'not valid: the run was made on another challenge\n',
    });
  });
});

describe('a bundle that was changed after it was signed', () => {
  test.each([
    ['an edited file', 'results.json', '{}', 'results.json is not what was signed'],
    ['an edited record', 'evidence/exchanges.jsonl', '{}\n', 'evidence/exchanges.jsonl is not what was signed'],
    ['a missing file', 'revision.yaml', undefined, 'revision.yaml is missing'],
    ['no signature', ENVELOPE, undefined, `${ENVELOPE} is missing`],
    ['a thousand signatures', ENVELOPE, manySignatures(), 'the envelope is no DSSE envelope of an in-toto statement'],
    ['a broken signature', ENVELOPE, '{"payload":1}', 'the envelope is no DSSE envelope of an in-toto statement'],
  ])('%s is found, and earns no badge', async (_, name, content, fault) => {
    const changed = new Map(bundle);
    changed.delete(name);
    if (content !== undefined) changed.set(name, Buffer.from(content));
    await writeBundle(vendor.at('changed.zip'), changed);
    expect(await vendor.run(['verify', 'changed.zip', ...CLAIM])).toMatchObject({
      code: 1,
      stderr: `not valid: ${fault}\n`,
    });
    expect((await vendor.run(['badge', 'changed.zip', ...CLAIM])).code).toBe(1);
  });
});

describe('a file that is no bundle', () => {
  test.each([
    ['is cut off', (file: string) => truncateSync(file, 1_000), /^not valid: the bundle cannot be read: /],
    ['has a gigabyte', (file: string) => truncateSync(file, 2 ** 30), /larger than 256 MiB\n$/],
    ['holds a path out of its folder', (file: string) => rename(file, '../../../../e.ya'), /invalid relative path/],
    [
      'names a file that moves the cursor',
      (file: string) => rename(file, '\u001B[2J\nvalid: yes.'),
      /is no file of a bundle\n$/,
    ],
    [
      'holds a file of its own',
      (file: string) => rename(file, 'stranger.yaml..x'),
      /stranger\.yaml\.\.x is no file of a bundle/,
    ],
  ])('where it %s', async (_, spoil, told) => {
    await writeBundle(vendor.at('spoilt.zip'), bundle);
    spoil(vendor.at('spoilt.zip'));
    const { code, stderr } = await vendor.run(['verify', 'spoilt.zip', ...CLAIM]);
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
    [
      'in place of the key',
      ['--challenge', CHALLENGE, '--key', 'vendor.pem', '--out', 'vendor.pem'],
      SOMEWHERE,
      /^vendor\.pem cannot be written: something else is there already\n$/,
    ],
    ['over a key', ['--new-key', 'vendor.pem'], {}, /^vendor\.pem is there already; a key is never replaced/],
  ])('%s', async (_, flags, variables, told) => {
    const { code, stderr } = await vendor.run(['certify', ...flags], variables);
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
  });

  test('where a MUST fails, known or not', async () => {
    const known = '- { requirement: LST-03, reason: known, owner: ada, link: T-1, expires: 2999-12-31 }';
    writeFileSync(vendor.at('known-failures.yaml'), known);
    const { code, stderr } = await vendor.certify('--deviation', 'page-default-59');
    expect([code, stderr]).toEqual([1, 'not certified: the run does not show conformance\n']);
  });
});

function manySignatures(): string {
  const signatures = Array.from({ length: 1_000 }, () => ({ keyid: '', sig: '' }));
  return JSON.stringify({ payloadType: 'application/vnd.in-toto+json', payload: '', signatures });
}

// As long as what it replaces.
function rename(file: string, name: string): void {
  const text = readFileSync(file).toString('latin1');
  writeFileSync(file, text.replaceAll('environment.json', name), 'latin1');
}
