import type { RunSettings } from '../conformance/run-settings.ts';
import type { RunFacts } from '../report/results.ts';
import type { VerdictReporter } from '../report/verdict-reporter.ts';
import type { Spec } from '../spec/load-spec.ts';
import type { Claims } from './claims.ts';
import { suiteIdentity } from './suite-identity.ts';

/** A run whose requirements are all examined; `startedAt` in milliseconds since the epoch. */
export interface Finished {
  readonly reporter: VerdictReporter;
  readonly startedAt: number;
  readonly durationMs: number;
}

interface Known extends Finished {
  readonly settings: RunSettings;
  readonly claims: Claims;
  readonly spec: Spec;
  readonly partial: boolean;
  readonly embedded: boolean;
}

/** What `results.json` tells of a run beside its verdicts. */
export function factsOf({
  settings,
  claims,
  spec,
  reporter,
  startedAt,
  durationMs,
  partial,
  embedded,
}: Known): RunFacts {
  const { baseUrl, tenant, revision, seed, runId } = settings;
  const { requests = 0, leftovers = [] } = reporter.closing ?? {};
  return {
    suite: suiteIdentity(),
    revision,
    specDigest: spec.digest,
    seed,
    runId,
    partial,
    requests,
    leftovers,
    durationMs,
    target: { baseUrl, tenant, embedded },
    profile: claims.profile,
    claims: claims.claimed,
    unclaimed: claims.unclaimed,
    startedAt: new Date(startedAt).toISOString(),
  };
}
