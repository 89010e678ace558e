import type { KnownFailure } from '../report/known-failures.ts';
import type { RunFacts } from '../report/results.ts';
import type { VerdictReporter } from '../report/verdict-reporter.ts';
import type { Extras } from '../report/write-reports.ts';
import type { Claims } from './claims.ts';
import type { Configuration } from './configuration.ts';
import { suiteIdentity } from './suite-identity.ts';

/** What is known of a run as soon as it is ordered. */
export interface Ordered {
  readonly configuration: Configuration;
  readonly known: readonly KnownFailure[];
  readonly specDigest: string;
  readonly partial: boolean;
  readonly strict: boolean;
  readonly extras: Extras;
  readonly embedded: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** What `results.json` tells of a run that could not start. */
export function unstartedFacts({ configuration, specDigest, partial, strict, embedded, startedAt }: Ordered): RunFacts {
  const { baseUrl, tenant, revision, seed, profile } = configuration;
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
    durationMs: Date.now() - startedAt,
    requests: 0,
    effort: {},
    leftovers: [],
    faults: [],
  };
}

/** What `results.json` tells of a run whose requirements are all examined. */
export function finishedFacts(ordered: Ordered, runId: string, claims: Claims, reporter: VerdictReporter): RunFacts {
  const { requests = 0, effort = {}, leftovers = [] } = reporter.closing ?? {};
  const { profile, claimed, unclaimed } = claims;
  const { faults } = reporter;
  return {
    ...unstartedFacts(ordered),
    profile,
    claims: claimed,
    unclaimed,
    runId,
    requests,
    effort,
    leftovers,
    faults,
  };
}
