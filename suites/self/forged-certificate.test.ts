import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENVELOPE, readBundle, writeBundle, type Bundle } from '../../src/certificate/bundle.ts';
import { sealStatement } from '../../src/certificate/envelope.ts';
import { readPrivateKey } from '../../src/certificate/keys.ts';
import { toStatement } from '../../src/certificate/statement.ts';
import type { Results } from '../../src/report/results.ts';
import { CLAIM, recordIn, resultsOf, Vendor } from './certified-target.ts';

const vendor = new Vendor();
let bundle: Bundle;
let forgeries = 0;

beforeAll(async () => {
  await vendor.certify();
  bundle = await readBundle(vendor.at('certificate.zip'));
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
      /^not valid: AUTH-01 is failed$/m,
    ],
    ['another profile', (all) => ({ ...all, profile: 'core' }), /the profile is core, not full/],
    ['a partial run', (all) => ({ ...all, partial: true }), /the run was partial/],
    ['another verdict', (all) => ({ ...all, verdict: 'incomplete' }), /the verdict is incomplete/],
    [
      'more time for changes',
      (all) => ({ ...all, convergenceMs: 60_000 }),
      /changes had 60000 ms to become visible, not 5000/,
    ],
    ['a waived failure', (all) => ({ ...all, summary: { ...all.summary, waived: 1 } }), /1 failures were waived/],
    [
      'another wording',
      (all) => having(all, ([first, ...each]) => [{ ...first, statement: 'Be nice.' }, ...each]),
      /^not valid: AUTH-01 has a statement that is not its own$/m,
    ],
    [
      'another level',
      (all) => having(all, ([first, ...each]) => [{ ...first, level: 'MAY' }, ...each]),
      /AUTH-01 has a level that is not its own/,
    ],
    [
      'another deployment',
      (all) => ({ ...all, target: { ...all.target, tenant: 'others' } }),
      /the evidence is of another run/,
    ],
    ['another claim', (all) => ({ ...all, unclaimed: {}, claims: [] }), /^not valid: claims is not as judged$/m],
    [
      'another day',
      (all) => ({ ...all, startedAt: '2020-01-01T00:00:00.000Z' }),
      /^not valid: startedAt is not as judged$/m,
    ],
    ['a day to come', (all) => ({ ...all, startedAt: '2999-01-01T00:00:00.000Z' }), /the run started on 2999/],
    [
      'a day that is none',
      (all) => ({ ...all, startedAt: '2999\nvalid' }),
      /results\.json is no document of results: .*startedAt/,
    ],
    ['leftovers hidden', (all) => ({ ...all, leftovers: ['nobody'] }), /^not valid: leftovers is not as judged$/m],
    ['no exchanges', (all) => ({ ...all, exchanges: [] }), /^not valid: exchanges is not as judged$/m],
    ['an empty grid', (all) => ({ ...all, authorisation: [] }), /authorisation is not as judged/],
    [
      'a note of nobody',
      (all) => having(all, ([first, ...each]) => [{ ...first, notes: ['all is well'] }, ...each]),
      /AUTH-01 has a notes that is not its own/,
    ],
    [
      'another suite',
      (all) => ({ ...all, suite: { name: 'x', version: '1' } }),
      /the results were made by another suite/,
    ],
    [
      'another digest',
      (all) => ({ ...all, specDigest: '0'.repeat(64) }),
      /the results were judged by another contract/,
    ],
    [
      'another revision',
      (all) => ({ ...all, revision: '20\u001B[2J30' }),
      /^not valid: there is no revision 20\\u\{1b\}\[2J30 of the contract$/m,
    ],
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

  test.each([
    [
      'leaves requirements out',
      { facts: { partial: true }, settings: { selection: ['AUTH-01'] } },
      /LST-03 is passed, by the evidence missing/,
    ],
    [
      'names another address',
      { settings: { tokenEndpoint: { tokenUrl: 'http://127.0.0.1:9', grant: 1 } } },
      /is no record of a run/,
    ],
  ])('with evidence that %s', async (_, changes, told) => {
    const recorded = recordIn(bundle);
    const parts = Object.entries(changes).map(([name, part]) => [name, { ...recorded[name as 'facts'], ...part }]);
    const text = JSON.stringify({ ...recorded, ...Object.fromEntries(parts) });
    const { code, stderr } = await verifySigned({ 'evidence/run.json': text });
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
  });

  test.each([
    ['is not there', 'evidence/run.json', '', /the evidence cannot be judged: evidence\/run\.json cannot be read/],
    ['was cut', 'evidence/exchanges.jsonl', '{}', /exchanges\.jsonl is cut off in its last line/],
    ['is nothing', 'evidence/exchanges.jsonl', '{}\n', /exchanges\.jsonl:1 is no line of evidence/],
    ['is too deep', 'environment.json', '['.repeat(100_000), /environment\.json cannot be read: JSON is nested/],
    ['stands twice', 'environment.json', '{"suite":"1","suite":"2"}', /a member stands twice/],
  ])('with a file that %s', async (_, name, text, told) => {
    const { code, stderr } = await verifySigned({ [name]: text });
    expect([code, stderr]).toEqual([1, expect.stringMatching(told)]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('with a day that is not that of the evidence', async () => {
    const startedAt = '2020-01-01T00:00:00.000Z';
    const recorded = recordIn(bundle);
    const { code, stderr } = await verifySigned({
      'results.json': JSON.stringify({ ...resultsOf(bundle), startedAt }),
      'evidence/run.json': JSON.stringify({ ...recorded, facts: { ...recorded.facts, startedAt } }),
    });
    expect([code, stderr]).toEqual([1, 'not valid: the evidence is of another time\n']);
  });

  test('with a claim less than it tells of', async () => {
    const recorded = recordIn(bundle);
    const settings = { ...recorded.settings, claims: recorded.settings.claims.slice(0, -1) };
    const { code, stderr } = await verifySigned({ 'evidence/run.json': JSON.stringify({ ...recorded, settings }) });
    expect([code, stderr]).toEqual([1, 'not valid: the record claims one thing and tells another\n']);
  });

  test('with a statement on another deployment', async () => {
    const { code, stderr } = await verifySigned({}, (results) => ({
      ...results,
      target: { ...results.target, baseUrl: 'https://shop.example.com' },
    }));
    expect([code, stderr]).toEqual([1, 'not valid: the statement is not what the results say\n']);
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

/** Verifies the bundle with some files changed, signed anew with the key of the vendor; `stated` changes the statement. */
async function verifySigned(changes: Readonly<Record<string, string>>, stated = (results: Results) => results) {
  const files = Object.entries(changes).map(([name, text]) => [name, Buffer.from(text)] as const);
  const forged = new Map([...bundle, ...files]);
  forged.delete(ENVELOPE);
  const key = readPrivateKey(readFileSync(vendor.at('vendor.pem'), 'utf8'));
  const told = stated({ ...resultsOf(bundle), ...resultsOf(forged) });
  const envelope = sealStatement(toStatement(forged, told), key);
  const name = `forged-${(forgeries += 1)}.zip`;
  await writeBundle(vendor.at(name), new Map([...forged, [ENVELOPE, Buffer.from(JSON.stringify(envelope))]]));
  return vendor.run(['verify', name, ...CLAIM]);
}

type Entries = Results['requirements'];

function having(results: Results, change: (entries: Entries) => unknown[]): Results {
  return { ...results, requirements: change(results.requirements) as Entries };
}
