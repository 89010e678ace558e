import type { RunFacts } from '../report/results.ts';
import type { Claims } from './claims.ts';
import type { Configuration } from './configuration.ts';
import { suiteIdentity } from './suite-identity.ts';

/** What is known of a run as soon as it is ordered. */
export interface Ordered {
  readonly configuration: Configuration;
  readonly specDigest: string;
  readonly partial: boolean;
  readonly strict: boolean;
  readonly embedded: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** What `results.json` tells of a run that has not started, or could not. */
export function unstartedFacts({ configuration, specDigest, partial, strict, embedded, startedAt }: Ordered): RunFacts {
  const { baseUrl, tenant, revision, seed, profile, convergenceMs } = configuration;
  return {
    suite: suiteIdentity(),
    revision,
    specDigest,
    target: { baseUrl, tenant, embedded },
    profile,
    claims: [],
    unclaimed: {},
    seed,
    runId: '',
    partial,
    strict,
    startedAt: new Date(startedAt).toISOString(),
    convergenceMs,
    durationMs: Date.now() - startedAt,
    requests: 0,
    exchanges: [],
    leftovers: [],
    faults: [],
  };
}

/** What `results.json` tells of a run from its start on. */
export function startedFacts(ordered: Ordered, runId: string, { profile, claimed, unclaimed }: Claims): RunFacts {
  return { ...unstartedFacts(ordered), profile, claims: claimed, unclaimed, runId };
}
