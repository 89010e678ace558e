import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate as validateCtrf } from 'ctrf';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { loadCatalogue } from '../conformance/catalogue.ts';
import type { Level } from '../conformance/verdict.ts';
import { ctrfReport } from './ctrf-report.ts';
import { htmlReport } from './html/page.ts';
import { judge, type JudgedRequirement } from './judged-requirement.ts';
import { junitReport } from './junit-report.ts';
import { findResultsFault } from './results-schema.ts';
import { toResults, type RunFacts } from './results.ts';
import { summaryReport } from './summary-report.ts';
import { textReport } from './text-report.ts';

const HOSTILE = `<script>alert("1")</script> ]]> | \u0001 \u{1F600}`;

const FACTS: RunFacts = {
  suite: { name: 'emporix-conformance', version: '0.1.0' },
  revision: '2025',
  specDigest: 'a'.repeat(64),
  target: { baseUrl: 'http://127.0.0.1:1', tenant: 'acmeshop', embedded: false },
  profile: 'core',
  claims: ['read'],
  unclaimed: { mail: 'TARGET_MAIL_SINK is not set' },
  seed: 42,
  runId: 'r1',
  partial: false,
  strict: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1_500,
  convergenceMs: 5_000,
  requests: 7,
  exchanges: [],
  leftovers: ['17 (ada@example.com, created)'],
  faults: [],
};

const EXCHANGE = {
  sequence: 1,
  principal: 'read',
  request: {
    method: 'GET',
    url: 'http://127.0.0.1:1/x',
    headers: { authorization: 'Bearer $TARGET_TOKEN_READ' },
    body: undefined,
  },
  response: { status: 200, headers: {}, body: HOSTILE, json: undefined },
  startedAt: 1,
  durationMs: 2,
  repeats: [],
};

const common = { exchanges: [EXCHANGE], convergences: [{ what: 'it is read', ms: 5 }], notes: ['a note'] };
const finding = {
  expected: 'status 400',
  received: HOSTILE,
  pointer: '#/paths',
  label: 'pageSize=0',
  exchanges: [EXCHANGE],
};
const OUTCOMES = {
  passed: { kind: 'passed' },
  broken: { kind: 'broken', findings: [finding] },
  untestable: { kind: 'untestable', reason: 'control failed' },
  'not-applicable': { kind: 'not-applicable', reason: 'not claimed: mail' },
  error: { kind: 'error', reason: 'a bug' },
} as const;

function judged(outcome: keyof typeof OUTCOMES | 'absent', level: Level = 'MUST', strict = false): JudgedRequirement {
  const [requirement] = loadCatalogue('customer-tenant');
  if (requirement === undefined) throw new Error('the catalogue is empty');
  const record = outcome === 'absent' ? undefined : { id: requirement.id, outcome: OUTCOMES[outcome], ...common };
  const unfinished = 'no check of this requirement ran';
  return judge(requirement, { level, strict, record, durationMs: 3, unfinished });
}

const NOTHING = { callers: [] };

const ALL = [
  judged('passed'),
  judged('broken'),
  judged('broken', 'SHOULD'),
  judged('untestable'),
  judged('not-applicable'),
  judged('absent'),
];
const everything = toResults(FACTS, ALL, NOTHING);

describe('the verdict of a run', () => {
  test.each([
    ['conformant', [judged('passed')]],
    ['conformant', [judged('passed'), judged('broken', 'SHOULD'), judged('broken', 'MAY')]],
    ['conformant', [judged('passed'), judged('not-applicable'), judged('untestable', 'SHOULD')]],
    ['non-conformant', [judged('passed'), judged('broken'), judged('error')]],
    ['error', [judged('passed'), judged('error'), judged('untestable')]],
    ['error', [judged('passed'), judged('absent')]],
    ['error', []],
    ['error', [judged('not-applicable'), judged('untestable')]],
    ['incomplete', [judged('passed'), judged('untestable')]],
  ] as const)('%s', (verdict, requirements) => {
    expect(toResults(FACTS, requirements, NOTHING).verdict).toBe(verdict);
  });

  test('a partial run is never conformant', () => {
    expect(toResults({ ...FACTS, partial: true }, [judged('passed')], NOTHING).verdict).toBe('incomplete');
    expect(toResults({ ...FACTS, partial: true }, [judged('broken')], NOTHING).verdict).toBe('non-conformant');
  });

  test('a fault of the suite outside of a requirement is an error', () => {
    expect(toResults({ ...FACTS, faults: ['afterAll failed'] }, [judged('passed')], NOTHING).verdict).toBe('error');
  });
});

describe('results.json', () => {
  test('fits its own schema and counts every verdict', () => {
    expect(findResultsFault(everything)).toBeUndefined();
    expect(everything.summary).toEqual({
      passed: 1,
      failed: 1,
      warning: 1,
      notApplicable: 1,
      untestable: 1,
      error: 1,
      waived: 0,
    });
  });

  test('a broken document is found', () => {
    expect(findResultsFault({ ...everything, verdict: 'fine' })).toContain('verdict');
  });
});

describe('reports', () => {
  test('JUnit is what the common CI servers read', async () => {
    const xsd = readFileSync(join(import.meta.dirname, 'junit.xsd'), 'utf8');
    const xml = { fileName: 'junit.xml', contents: junitReport(everything) };
    const { errors } = await validateXML({ xml, schema: { fileName: 'junit.xsd', contents: xsd } });
    expect(errors).toEqual([]);
  });

  test('JUnit has a case for each requirement, and no character that XML forbids', () => {
    const xml = junitReport(everything);
    expect(xml.match(/<testcase /g)).toHaveLength(6);
    expect(xml).toContain('tests="6" failures="1" errors="1" skipped="3"');
    expect(xml).not.toMatch(/<script|\]\]>/);
    expect(xml).not.toContain('\u0001');
    expect(xml).toContain('\u{1F600}');
    expect(xml).toMatch(
      /<failure type="MUST" message="[^"]+"> {2}case {6}pageSize=0\n {2}expected {2}status 400 {2}\(#\/paths\)/,
    );
    expect(xml).toContain('again     npm test -- --only AUTH-01 --seed 42');
  });

  test('HTML shows what a target sent as text, and asks nobody for anything', () => {
    const html = htmlReport(everything);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  });

  test('Markdown keeps its table whatever a statement holds', () => {
    const [entry] = everything.requirements;
    if (entry === undefined) throw new Error('no entry');
    const markdown = summaryReport({
      ...everything,
      requirements: [{ ...entry, verdict: 'failed', statement: 'a | b' }],
    });
    expect(markdown).toContain(String.raw`a \| b`);
    expect(markdown).toContain('not claimed: mail');
  });

  test('text tells what was expected and received, and how to repeat it', () => {
    const text = textReport(everything);
    for (const line of [
      'case      pageSize=0',
      'expected  status 400  (#/paths)',
      'received  <script>',
      'request   GET http://127.0.0.1:1/x  as read',
      `-H "authorization: Bearer $TARGET_TOKEN_READ"`,
      'again     npm test -- --only AUTH-01 --seed 42',
      'not deleted: 17 (ada@example.com, created)',
      'mail                TARGET_MAIL_SINK is not set',
    ]) {
      expect(text).toContain(line);
    }
  });

  test('text tells one cause once', () => {
    const text = textReport(toResults(FACTS, [judged('untestable'), judged('untestable'), judged('passed')], NOTHING));
    expect(text.match(/control failed/g)).toHaveLength(1);
    expect(text).toContain('AUTH-01, AUTH-01');
  });
});

test('ctrf.json counts every requirement, and tells why one did not pass', () => {
  const document = JSON.parse(ctrfReport(everything)) as Ctrf;
  expect(validateCtrf(document)).toMatchObject({ errors: [], valid: true });
  const { results } = document;
  expect(results.summary).toMatchObject({ tests: 6, passed: 1, failed: 2, other: 1, skipped: 2, pending: 0 });
  expect(results.tests.map(({ rawStatus }) => rawStatus)).toEqual(
    everything.requirements.map(({ verdict }) => verdict),
  );
  expect(results.tests.filter(({ status, message }) => status !== 'passed' && !message)).toEqual([]);
});

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly { readonly status: string; readonly rawStatus: string; readonly message?: string }[];
  };
}
