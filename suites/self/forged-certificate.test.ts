import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/report/results.ts';
import { recordIn, resultsOf } from './certified-target.ts';
import { Forger, type Forge } from './forger.ts';

const forger = new Forger();

beforeAll(async () => forger.certify());

// Who holds the key can sign whatever they like.
describe('a bundle that was signed although it is false', () => {
  test.each<readonly [string, Forge, RegExp]>([
    ['a removed requirement', (all) => having(all, (each) => each.slice(1)), /^AUTH-01 is missing$/m],
    ['a doubled one', (all) => having(all, ([first, ...each]) => [first, first, ...each]), /AUTH-01 stands 2 times/],
    [
      'an added one',
      (all) => having(all, (each) => [...each, { ...each[0], id: 'AUTH-99' }]),
      /AUTH-99 is no requirement/,
    ],
    [
      'a flipped one',
      (all) => having(all, ([first, ...each]) => [{ ...first, verdict: 'failed' }, ...each]),
      /^AUTH-01 is failed$/m,
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
      'another deployment',
      (all) => ({ ...all, target: { ...all.target, tenant: 'others' } }),
      /the evidence is of another run/,
    ],
    ['a day to come', (all) => ({ ...all, startedAt: '2999-01-01T00:00:00.000Z' }), /the run started on 2999/],
    [
      'a day that is none',
      (all) => ({ ...all, startedAt: '2999\nvalid' }),
      /results\.json is no document of results: .*startedAt/,
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
    ['another revision', (all) => ({ ...all, revision: '2030' }), /^there is no revision 2030 of the contract$/m],
    ['no results', () => ({}) as Results, /results\.json is no document of results/],
  ])('with %s', async (_, change, told) => {
    const results = change(resultsOf(forger.bundle));
    expect(await forger.faultsOf({ 'results.json': JSON.stringify(results) })).toMatch(told);
  });

  test.each([
    ['an older ledger', 'requirements.yaml', /requirements\.yaml is not the one of this suite/],
    ['another contract', 'openapi.yaml', /openapi\.yaml is not the one of this suite/],
    ['another frozen set', 'revision.yaml', /revision\.yaml is not the one of this suite/],
  ])('with %s', async (_, name, told) => {
    expect(await forger.faultsOf({ [name]: `${forger.bundle.get(name)?.toString() ?? ''}\n# older\n` })).toMatch(told);
  });

  test('with evidence that names another address', async () => {
    const recorded = recordIn(forger.bundle);
    const tokenEndpoint = { tokenUrl: 'http://127.0.0.1:9', grant: 1 };
    const settings = { ...recorded.settings, tokenEndpoint };
    const text = JSON.stringify({ ...recorded, settings });
    expect(await forger.faultsOf({ 'evidence/run.json': text })).toMatch(/is no record of a run/);
  });

  test.each([
    ['is not there', 'evidence/run.json', '', /the evidence cannot be judged: evidence\/run\.json cannot be read/],
    ['was cut', 'evidence/exchanges.jsonl', '{}', /exchanges\.jsonl is cut off in its last line/],
    ['is nothing', 'evidence/exchanges.jsonl', '{}\n', /exchanges\.jsonl:1 is no line of evidence/],
    ['is too deep', 'environment.json', '['.repeat(100_000), /environment\.json cannot be read: JSON is nested/],
    ['stands twice', 'environment.json', '{"suite":"1","suite":"2"}', /a member stands twice/],
  ])('with a file that %s', async (_, name, text, told) => {
    const faults = await forger.faultsOf({ [name]: text });
    expect(faults).toMatch(told);
    expect(faults.split('\n')).toHaveLength(1);
  });

  test('with a day that is not that of the evidence', async () => {
    const startedAt = '2020-01-01T00:00:00.000Z';
    const recorded = recordIn(forger.bundle);
    const faults = await forger.faultsOf({
      'results.json': JSON.stringify({ ...resultsOf(forger.bundle), startedAt }),
      'evidence/run.json': JSON.stringify({ ...recorded, facts: { ...recorded.facts, startedAt } }),
    });
    expect(faults).toBe('the evidence is of another time');
  });

  test('with a claim less than it tells of', async () => {
    const recorded = recordIn(forger.bundle);
    const settings = { ...recorded.settings, claims: recorded.settings.claims.slice(0, -1) };
    const faults = await forger.faultsOf({ 'evidence/run.json': JSON.stringify({ ...recorded, settings }) });
    expect(faults).toBe('the record claims one thing and tells another');
  });

  test('with a statement on another deployment', async () => {
    const baseUrl = 'https://shop.example.com';
    const faults = await forger.faultsOf({}, (all) => ({ ...all, target: { ...all.target, baseUrl } }));
    expect(faults).toBe('the statement is not what the results say');
  });

  test('with the evidence of another run', async () => {
    const recorded = forger.bundle.get('evidence/run.json')?.toString() ?? '';
    const faults = await forger.faultsOf({ 'evidence/run.json': recorded.replace(/"seed": \d+/g, '"seed": 7') });
    expect(faults).toBe('the evidence is of another run');
  });

  test('with a suite that is not this one', async () => {
    const environment = forger.bundle.get('environment.json')?.toString() ?? '';
    const other = environment.replace(/"suite": "[^"]+"/, '"suite": "9.9.9"');
    expect(await forger.faultsOf({ 'environment.json': other })).toMatch(
      /^it was made by suite 9\.9\.9; verify it with/,
    );
  });

  test('with what moves the cursor, which is told in one line', async () => {
    const text = JSON.stringify({ ...resultsOf(forger.bundle), revision: '20\u001B[2J30' });
    const { code, stderr } = await forger.verify({ 'results.json': text });
    expect([code, stderr]).toEqual([1, 'not valid: there is no revision 20\\u{1b}[2J30 of the contract\n']);
  });
});

// These are told only once all of the evidence has been judged again.
describe.concurrent('a signed bundle that tells otherwise than its evidence', () => {
  test('with the right verdicts and all else invented', async () => {
    const { code, stderr } = await forger.verify({
      'results.json': JSON.stringify(invented(resultsOf(forger.bundle))),
    });
    const [first, second, third] = resultsOf(forger.bundle).requirements;
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [
        'not valid: claims is not as judged',
        'not valid: unclaimed is not as judged',
        'not valid: startedAt is not as judged',
        'not valid: leftovers is not as judged',
        'not valid: authorisation is not as judged',
        'not valid: exchanges is not as judged',
        `not valid: ${first?.id} has a statement that is not its own`,
        `not valid: ${second?.id} has a level that is not its own`,
        `not valid: ${third?.id} has a notes that is not its own`,
      ],
    ]);
  });

  test('with evidence that shows something else', async () => {
    const exchanges = forger.bundle.get('evidence/exchanges.jsonl')?.toString() ?? '';
    const edited = exchanges.replaceAll(/("method":"DELETE".*"status":)202/g, '$1200');
    const { code, stderr } = await forger.verify({ 'evidence/exchanges.jsonl': edited });
    expect(code).toBe(1);
    expect(stderr).toContain('not valid: DEL-01 is passed, by the evidence failed\n');
  });

  test('with evidence that leaves requirements out', async () => {
    const recorded = recordIn(forger.bundle);
    const settings = { ...recorded.settings, selection: ['AUTH-01'] };
    const facts = { ...recorded.facts, partial: true };
    const { code, stderr } = await forger.verify({
      'evidence/run.json': JSON.stringify({ ...recorded, settings, facts }),
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/LST-03 is passed, by the evidence missing/);
  });
});

const invented: Forge = (all) => ({
  ...having(all, ([first, second, third, ...each]) => [
    { ...first, statement: 'Be nice.' },
    { ...second, level: 'MAY' },
    { ...third, notes: ['all is well'] },
    ...each,
  ]),
  unclaimed: {},
  claims: [],
  startedAt: '2020-01-01T00:00:00.000Z',
  leftovers: ['nobody'],
  exchanges: [],
  authorisation: [],
});

type Entries = Results['requirements'];

function having(results: Results, change: (entries: Entries) => unknown[]): Results {
  return { ...results, requirements: change(results.requirements) as Entries };
}
