import { resolve } from 'node:path';
import type { PrincipalName } from '../auth/principal.ts';
import { TOKEN_VARIABLES } from '../auth/principal.ts';
import type { Credentials } from '../auth/resolve-principals.ts';
import type { ConnectionOptions } from '../http/connection.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Values } from './variables.ts';

/** A run as it was asked for, before anything was sent. Times in milliseconds, rate in requests a second. */
export interface Configuration {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly otherTenant: string | undefined;
  readonly credentials: Credentials;
  readonly connection: ConnectionOptions;
  readonly mailSink: string | undefined;
  readonly mayWrite: boolean;
  readonly keepsDefaults: boolean;
  readonly profile: string;
  readonly revision: string;
  readonly reportDir: string;
  /** A folder with requirements and suites of somebody's own. */
  readonly ownSuites: string | undefined;
  readonly seed: number;
  readonly timeoutMs: number;
  readonly convergenceMs: number;
  readonly timeLimitMs: number;
  readonly rate: number | undefined;
  /** Id of the run, where a challenge decides it. */
  readonly runId?: string | undefined;
}

/** Interprets checked values. Throws ConfigurationError where values are missing that belong together. */
export function toConfiguration(values: Values, seed: number): Configuration {
  const baseUrl = values.TARGET_BASE_URL ?? '';
  const tenant = values.TARGET_TENANT;
  if (tenant === undefined) throw new ConfigurationError('TARGET_TENANT is not set; name the tenant to work in');
  const isLocal = isLoopback(baseUrl);
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    tenant,
    otherTenant: values.TARGET_OTHER_TENANT,
    credentials: toCredentials(values, baseUrl),
    connection: toConnection(values, isLocal),
    mailSink: values.TARGET_MAIL_SINK,
    mayWrite: values.TARGET_ALLOW_WRITES === undefined ? isLocal : values.TARGET_ALLOW_WRITES === 'true',
    keepsDefaults: values.TARGET_DEFAULTS !== 'configured',
    profile: values.CONFORMANCE_PROFILE ?? 'auto',
    revision: values.CONFORMANCE_REVISION ?? '2025',
    reportDir: values.CONFORMANCE_REPORT_DIR ?? 'conformance-report',
    ownSuites: values.CONFORMANCE_SUITES === undefined ? undefined : resolve(values.CONFORMANCE_SUITES),
    seed: Number(values.CONFORMANCE_SEED ?? seed),
    timeoutMs: Number(values.CONFORMANCE_TIMEOUT_MS ?? 10_000),
    convergenceMs: Number(values.CONFORMANCE_CONVERGENCE_MS ?? 5_000),
    timeLimitMs: Number(values.CONFORMANCE_TIME_LIMIT_MS ?? 900_000),
    rate: values.CONFORMANCE_RATE === undefined ? undefined : Number(values.CONFORMANCE_RATE),
  };
}

function toCredentials(values: Values, baseUrl: string): Credentials {
  const named = Object.entries(TOKEN_VARIABLES) as [PrincipalName, keyof Values][];
  const tokens = Object.fromEntries(named.map(([name, variable]) => [name, values[variable]]));
  const { TARGET_CLIENT_ID: clientId, TARGET_CLIENT_SECRET: clientSecret } = values;
  expectBoth(values, 'TARGET_CLIENT_ID', 'TARGET_CLIENT_SECRET');
  if (clientId === undefined || clientSecret === undefined) return { tokens };
  const root = baseUrl.replace(/\/+$/, '');
  const tokenUrl = values.TARGET_TOKEN_URL ?? `${root}/oauth/token`;
  const session = new URLSearchParams({ tenant: values.TARGET_TENANT ?? '', client_id: clientId });
  const anonymousUrl = `${root}/customerlogin/auth/anonymous/login?${session.toString()}`;
  return { tokens, client: { clientId, clientSecret, tokenUrl }, anonymousUrl };
}

function toConnection(values: Values, isLocal: boolean): ConnectionOptions {
  expectBoth(values, 'TARGET_CLIENT_CERT_FILE', 'TARGET_CLIENT_KEY_FILE');
  return {
    caFile: values.TARGET_CA_FILE,
    clientCertFile: values.TARGET_CLIENT_CERT_FILE,
    clientKeyFile: values.TARGET_CLIENT_KEY_FILE,
    proxy: isLocal ? undefined : values.HTTPS_PROXY,
    noProxy: values.NO_PROXY,
  };
}

function expectBoth(values: Values, one: keyof Values, other: keyof Values): void {
  if ((values[one] === undefined) === (values[other] === undefined)) return;
  throw new ConfigurationError(`${one} and ${other} belong together; only one of them is set`);
}

/** Whether a URL names this machine. */
function isLoopback(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(baseUrl).hostname);
}
