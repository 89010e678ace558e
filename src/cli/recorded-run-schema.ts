import { REVISIONS } from '../conformance/frozen-set.ts';
import { KNOWN_FAILURES } from './read-known-failures.ts';

const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT };
const FLAG = { type: 'boolean' };
const DAY_MS = 86_400_000;
const MS = { type: 'number', minimum: 0, maximum: DAY_MS };
const COUNT = { type: 'number', minimum: 0 };
const REASONS = { type: 'object', additionalProperties: TEXT };
const INSTANT = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` };
const URL = { type: 'string', pattern: String.raw`^https?://[^/\s]+` };
const REVISION = { enum: REVISIONS };

/** An object that has all of these members, and at most the optional ones beside them. */
function having(properties: object, optional: object = {}) {
  const required = Object.keys(properties);
  return { type: 'object', required, additionalProperties: false, properties: { ...properties, ...optional } };
}

const FACTS = having({
  suite: having({ name: TEXT, version: TEXT }),
  revision: REVISION,
  specDigest: TEXT,
  target: having({ baseUrl: URL, tenant: TEXT, embedded: FLAG }),
  profile: TEXT,
  claims: TEXTS,
  unclaimed: REASONS,
  seed: { type: 'integer' },
  runId: TEXT,
  partial: FLAG,
  strict: FLAG,
  startedAt: INSTANT,
  durationMs: MS,
  convergenceMs: MS,
  requests: COUNT,
  exchanges: { type: 'array', maxItems: 0 },
  leftovers: TEXTS,
  faults: TEXTS,
});

const SETTINGS = having(
  {
    service: { const: 'customer-tenant' },
    baseUrl: URL,
    tenant: TEXT,
    revision: REVISION,
    seed: { type: 'integer' },
    runId: TEXT,
    userAgent: TEXT,
    principals: { type: 'array', items: having({ name: TEXT, variable: TEXT }, { token: TEXT, missing: TEXT }) },
    claims: TEXTS,
    missing: REASONS,
    timeoutMs: MS,
    convergenceMs: MS,
    timeLimitMs: MS,
    connection: { type: 'object', maxProperties: 0 },
    journalFile: TEXT,
  },
  {
    otherTenant: TEXT,
    tokenEndpoint: having({ clientId: TEXT, clientSecret: TEXT, tokenUrl: URL }),
    selection: TEXTS,
    rate: { type: 'number', exclusiveMinimum: 0 },
    mailboxUrl: { const: 'recorded' },
  },
);

/** The JSON Schema of `run.json`: every member that decides anything, and its type. */
export const RECORDED_RUN = having({
  facts: FACTS,
  settings: SETTINGS,
  known: KNOWN_FAILURES,
  day: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\d$` },
});
