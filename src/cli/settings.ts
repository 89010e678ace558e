import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Client } from '../http/client.ts';
import type { RunSettings } from '../conformance/run-settings.ts';
import { decideClaims, type Claims } from './claims.ts';
import type { Configuration } from './configuration.ts';
import { expectReachable, resolveOrRefuse } from './preflight.ts';
import { SERVICE } from './service.ts';
import { suiteIdentity } from './suite-identity.ts';

/** Resolves a configuration into the settings of a run. Throws ConfigurationError where the run cannot start. */
export async function resolveSettings(
  client: Client,
  configuration: Configuration,
  mailboxUrl: string | undefined,
): Promise<{ settings: RunSettings; claims: Claims }> {
  await expectReachable(client, configuration);
  const runId = configuration.runId ?? `r${randomBytes(5).toString('hex')}`;
  const principals = await resolveOrRefuse(client, configuration, `garbage-${runId}`);
  const claims = decideClaims(configuration, principals);
  const { name, version } = suiteIdentity();
  const {
    baseUrl,
    tenant,
    otherTenant,
    revision,
    seed,
    timeoutMs,
    convergenceMs,
    timeLimitMs,
    rate,
    connection,
    ownSuites,
  } = configuration;
  const settings: RunSettings = {
    baseUrl,
    tenant,
    otherTenant,
    revision,
    seed,
    timeoutMs,
    convergenceMs,
    timeLimitMs,
    rate,
    connection,
    ownSuites,
    service: SERVICE,
    runId,
    userAgent: `${name}/${version}`,
    principals,
    tokenEndpoint: configuration.credentials.client,
    claims: claims.claimed,
    missing: claims.missing,
    journalFile: resolve(join(configuration.reportDir, `journal-${runId}.jsonl`)),
    mailboxUrl,
  };
  return { settings, claims };
}
