import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newKeyPair } from '../../src/certificate/keys.ts';
import { startCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'mistakes-'));
writeFileSync(join(folder, 'file'), '');
writeFileSync(join(folder, 'results.json'), '{}');
writeFileSync(join(folder, 'vendor.pub'), newKeyPair().publicKey);
const CLAIM = ['--key', 'file', '--challenge', 'sixteen letters or more'];

describe.concurrent('a slip of the pen is told in one line, before any work', () => {
  test.each<readonly [readonly string[], RegExp]>([
    [['list', '--revision', '2030'], /^--revision must be one of 2025, 2026$/],
    [['run', '--only', ''], /'--only <ids>'.* It names nothing\./],
    [['verify', '.', ...CLAIM.with(1, 'vendor.pub')], /^\. is no file; name the bundle that certify wrote$/],
    [['list', '--json', '--markdown'], /'--json' cannot be used with option '--markdown'/],
    [['serve', '--port', 'abc'], /'--port <number>'.* It must be a whole number from 0 to 65535\./],
    [['serve', '--port', '65536'], /from 0 to 65535/],
    [['serve', '--customers', '-1'], /'--customers <number>'.* from 0 to 1000000/],
    [['serve', '--smtp', 'garbage'], /It must look like smtp:/],
    [
      ['serve', '--deviation', 'nope'],
      /^the target cannot be served: The reference target has no deviation named 'nope'/,
    ],
    [['run', '--report-dir', 'file'], /^the reports cannot go to file: EEXIST/],
    [['report', 'results.json', '--report-dir', 'file'], /^results\.json is no document of results/],
    [['badge', 'file', ...CLAIM, '--out', '.'], /^\. cannot be written: it is no file$/],
    [['certify', '--new-key', 'nope/key.pem'], /^nope\/key\.pem cannot be written: ENOENT/],
    [['verify', 'file', ...CLAIM], /^the key is no public key for Ed25519 in PEM$/],
    [['judge', 'nope/evidence'], /^nope\/evidence\/run\.json cannot be read: ENOENT/],
    [['explain', '\u001B[2JLST-01'], /^there is no requirement \\u\{1b\}\[2JLST-01; list shows all of them$/],
  ])('%j', async (args, told) => {
    const { code, stdout, stderr } = await startCommand(args, {}, folder).finished;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(told)]);
  });
});
