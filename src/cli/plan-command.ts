import { presumePrincipals } from '../auth/presume-principals.ts';
import { levelIn, loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { readEffort } from '../conformance/effort.ts';
import { decideClaims, type Claims } from './claims.ts';
import { toConfiguration, type Configuration } from './configuration.ts';
import { startEmbeddedTarget } from './embedded-target.ts';
import { EXIT_CODES } from './exit-code.ts';
import { forecast } from './plan/effort.ts';
import { readValues } from './read-values.ts';
import { select, type Selection } from './selection.ts';
import { SERVICE } from './service.ts';
import type { Values } from './variables.ts';

/**
 * Tells what a run with these variables would judge and send, without a request. Returns the exit code 0. Throws
 * ConfigurationError.
 */
export async function planCommand(flags: Values, selection: Selection, asJson = false): Promise<number> {
  const configuration = toConfiguration(await valuesOf(flags), 0);
  const claims = decideClaims(configuration, presumePrincipals(configuration.credentials));
  const wanted = select(loadCatalogue(SERVICE, configuration.ownSuites), selection, configuration.revision);
  const judged = wanted.filter((requirement) => isJudged(requirement, configuration, claims));
  if (asJson) {
    process.stdout.write(`${JSON.stringify(toPlan(configuration, claims, judged), null, 2)}\n`);
    return EXIT_CODES.conformant;
  }
  const lines = [
    ...judged.map((requirement) => describe(requirement, configuration)),
    '',
    ...summary(configuration, claims, judged, wanted.length),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return EXIT_CODES.conformant;
}

/** The plan for a script. */
function toPlan(configuration: Configuration, claims: Claims, judged: readonly Requirement[]) {
  const { baseUrl, tenant, timeLimitMs } = configuration;
  const { profile, claimed, unclaimed } = claims;
  const ids = judged.map(({ id }) => id);
  const effort = forecast(readEffort(SERVICE), [...ids, 'clean-up'], claimed.includes('writes'));
  return { baseUrl, tenant, profile, claims: claimed, unclaimed, timeLimitMs, ...effort, requirements: ids };
}

/** The configured values, or those of an embedded target. */
async function valuesOf(flags: Values): Promise<Values> {
  const values = readValues(process.cwd(), process.env, flags);
  if (values.TARGET_BASE_URL !== undefined) return values;
  const target = await startEmbeddedTarget();
  await target.close();
  return { ...values, ...target.values };
}

function isJudged(requirement: Requirement, { revision }: Configuration, { claimed, missing }: Claims): boolean {
  const { excluded, revisions, needs } = requirement;
  if (excluded !== undefined || (revisions && !revisions.includes(revision))) return false;
  return needs.every((feature) => claimed.includes(feature) && missing[feature] === undefined);
}

function describe(requirement: Requirement, { revision }: Configuration): string {
  return `${requirement.id.padEnd(8)} ${levelIn(requirement, revision).padEnd(6)} ${requirement.statement}`;
}

function summary(
  { baseUrl, tenant, rate, timeLimitMs, ownSuites }: Configuration,
  { profile, claimed, unclaimed }: Claims,
  judged: readonly Requirement[],
  of: number,
): string[] {
  const ids = [...judged.map(({ id }) => id), 'clean-up'];
  const { requests, writes, customers, byOperation } = forecast(readEffort(SERVICE), ids, claimed.includes('writes'));
  const operations = Object.entries(byOperation).map(([operation, count]) => `${operation} ${count}`);
  const pace = rate === undefined ? '' : `, at ${rate} requests a second at least ${Math.ceil(requests / rate)} s`;
  return [
    `nothing was sent; a run on ${baseUrl}, tenant ${tenant}, profile ${profile}, would be like this:`,
    `requirements  ${judged.length} of ${of}`,
    `requests      about ${requests}: ${operations.join(', ')}`,
    ...(ownSuites === undefined ? [] : [`              and what the suites in ${ownSuites} send`]),
    `writes        about ${writes}`,
    `customers     at most ${customers} at a time, all of them deleted at the end`,
    `time          at most ${timeLimitMs / 1_000} s (CONFORMANCE_TIME_LIMIT_MS)${pace}`,
    ...Object.entries(unclaimed).map(([feature, reason]) => `not claimed   ${feature}: ${reason}`),
  ];
}
