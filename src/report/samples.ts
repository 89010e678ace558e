import { loadCatalogue } from '../conformance/catalogue.ts';
import type { Level } from '../conformance/verdict.ts';
import { judge, type JudgedRequirement } from './judged-requirement.ts';
import type { RunFacts } from './results.ts';

/** What a target may send to take over a report. */
export const HOSTILE = `<script>alert("1")</script> ]]> | \u0001 \u{1F600}`;

/** What is known of a made-up run. */
export const FACTS: RunFacts = {
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

const common = { exchanges: [EXCHANGE.sequence], convergences: [{ what: 'it is read', ms: 5 }], notes: ['a note'] };
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

/** A requirement whose examination ended so. */
export function judged(
  outcome: keyof typeof OUTCOMES | 'absent',
  level: Level = 'MUST',
  strict = false,
  provisional = false,
): JudgedRequirement {
  const [requirement] = loadCatalogue('customer-tenant');
  if (requirement === undefined) throw new Error('the catalogue is empty');
  const record = outcome === 'absent' ? undefined : { id: requirement.id, outcome: OUTCOMES[outcome], ...common };
  const unfinished = 'no check of this requirement ran';
  return judge(requirement, { level, strict, provisional, record, durationMs: 3, unfinished });
}

/** No grid and no earlier run. */
export const NOTHING = { callers: [] };

/** One requirement with each verdict. */
export const ALL = [
  judged('passed'),
  judged('broken'),
  judged('broken', 'SHOULD'),
  judged('untestable'),
  judged('not-applicable'),
  judged('absent'),
];
