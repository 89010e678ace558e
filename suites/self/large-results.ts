import type { Caller } from '../../src/conformance/authorisation.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { JudgedRequirement } from '../../src/report/judged-requirement.ts';
import { toResults, type Results, type RunFacts } from '../../src/report/results.ts';

const OPERATIONS = ['LIST', 'CREATE', 'GET', 'UPSERT', 'PATCH', 'DELETE', 'ASSIGN'];
const LEVELS = ['MUST', 'SHOULD', 'MAY'] as const;
const VERDICTS = ['passed', 'failed', 'warning', 'untestable', 'not-applicable', 'waived', 'error'] as const;
const EACH = 5;
const HOSTILE = `<script>document.title = 'taken over'</script><img src="https://example.com/x.png">`;

/** The results of a made-up run with so many requirements, five exchanges each, of a target that sends scripts. */
export function largeResults(count: number): Results {
  const judged = Array.from({ length: count }, (_, index) => requirementOf(index));
  const earlier = { runId: 'r0', startedAt: '2026-01-01T00:00:00.000Z', partial: false, requirements: [] };
  const lines = judged.flatMap(({ requirement, exchanges }) =>
    exchanges.map((sequence) => lineOf(requirement.id, exchangeOf(sequence))),
  );
  const authorisation: Caller = {
    label: 'no token',
    principal: 'read',
    cells: Object.fromEntries(OPERATIONS.map((name) => [name, { answer: '401', requirements: ['AA-1', 'AA-2'] }])),
  };
  return toResults({ ...FACTS, exchanges: lines }, judged, { callers: [authorisation], earlier });
}

const FACTS: RunFacts = {
  suite: { name: 'emporix-conformance', version: '0.1.0' },
  revision: '2025',
  specDigest: 'a'.repeat(64),
  target: { baseUrl: 'https://shop.example.com', tenant: 'acmeshop', embedded: false },
  profile: 'full',
  claims: [],
  unclaimed: { mail: 'TARGET_MAIL_SINK is not set' },
  seed: 42,
  runId: 'r1',
  partial: false,
  strict: false,
  startedAt: '2026-01-02T00:00:00.000Z',
  durationMs: 60_000,
  convergenceMs: 5_000,
  requests: 5_000,
  exchanges: [],
  leftovers: ['17 (ada@example.com, created)'],
  faults: [],
};

function requirementOf(index: number): JudgedRequirement {
  const verdict = VERDICTS[index % VERDICTS.length] ?? 'passed';
  const exchanges = Array.from({ length: EACH }, (_, nth) => exchangeOf(index * EACH + nth));
  const isBroken = verdict === 'failed' || verdict === 'warning';
  return {
    requirement: {
      id: `AA-${index + 1}`,
      level: LEVELS[index % LEVELS.length] ?? 'MUST',
      core: true,
      operations: [OPERATIONS[index % OPERATIONS.length] ?? 'LIST'],
      statement: `Statement number ${index + 1} about what has to be answered.`,
      source: { pointer: '#/paths' },
      needs: [],
    },
    level: LEVELS[index % LEVELS.length] ?? 'MUST',
    verdict,
    provisional: false,
    ...(!isBroken && verdict !== 'passed' && { reason: `because of ${HOSTILE}` }),
    findings: isBroken ? [{ expected: 'status 400', received: HOSTILE, pointer: '#/paths', exchanges }] : [],
    exchanges: exchanges.map(({ sequence }) => sequence),
    convergences: [{ what: 'the customer can be read', ms: index }],
    notes: [],
    durationMs: index,
  };
}

function exchangeOf(sequence: number): Exchange {
  const url = `https://shop.example.com/customer/acmeshop/customers/${sequence}`;
  const headers = { authorization: 'Bearer $TARGET_TOKEN_READ' };
  return {
    sequence,
    principal: 'read',
    request: { method: 'PUT', url, headers, body: '{"firstName":"Ada"}'.repeat(20) },
    response: { status: 200, headers: {}, body: HOSTILE.repeat(20), json: undefined },
    startedAt: sequence,
    durationMs: sequence % 400,
    repeats: [],
  };
}

function lineOf(requirement: string, { sequence, principal, request, response, durationMs }: Exchange) {
  const operation = OPERATIONS[sequence % OPERATIONS.length] ?? 'LIST';
  const { method, url } = request;
  return { sequence, requirement, operation, principal, method, url, status: response.status, durationMs };
}
