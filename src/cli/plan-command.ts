import { presumePrincipals } from '../auth/presume-principals.ts';
import { levelIn, loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { readEffort } from '../conformance/effort.ts';
import { whyUnjudged } from '../conformance/examine.ts';
import { decideClaims, type Claims } from './claims.ts';
import { toConfiguration, type Configuration } from './configuration.ts';
import { EXIT_CODES } from './exit-code.ts';
import { forecast } from './plan/effort.ts';
import { expectReader } from './preflight.ts';
import { readValues } from './read-values.ts';
import { select, type Selection } from './selection.ts';
import { SERVICE } from './service.ts';
import type { Values } from './variables.ts';
import { withTarget } from './with-target.ts';

/**
 * Tells what a run with these variables would judge and send, without a request. Returns the exit code 0. Throws
 * ConfigurationError.
 */
export async function planCommand(flags: Values, selection: Selection, asJson = false): Promise<number> {
  const given = readValues(process.cwd(), process.env, flags);
  process.stdout.write(await withTarget(given, async (values) => planOf(values, selection, asJson)));
  return EXIT_CODES.conformant;
}

async function planOf(values: Values, selection: Selection, asJson: boolean): Promise<string> {
  const configuration = toConfiguration(values, 0);
  const principals = presumePrincipals(configuration.credentials);
  expectReader(principals);
  const claims = decideClaims(configuration, principals);
  const wanted = select(loadCatalogue(SERVICE, configuration.ownSuites), selection, configuration.revision);
  const settings = { revision: configuration.revision, claims: claims.claimed, missing: claims.missing };
  const judged = wanted.filter((requirement) => whyUnjudged(requirement, settings) === undefined);
  if (asJson) return `${JSON.stringify(toPlan(configuration, claims, judged), null, 2)}\n`;
  const told = judged.map((requirement) => describe(requirement, configuration));
  return `${[...told, '', ...summary(configuration, claims, judged, wanted.length)].join('\n')}\n`;
}

/** The plan for a script. */
function toPlan(configuration: Configuration, claims: Claims, judged: readonly Requirement[]) {
  const { baseUrl, tenant, timeLimitMs } = configuration;
  const { profile, claimed, unclaimed } = claims;
  const ids = judged.map(({ id }) => id);
  const effort = forecast(readEffort(SERVICE), [...ids, 'clean-up'], claimed.includes('writes'));
  return { baseUrl, tenant, profile, claims: claimed, unclaimed, timeLimitMs, ...effort, requirements: ids };
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
