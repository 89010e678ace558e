import { statSync } from 'node:fs';
import { REVISIONS } from '../conformance/frozen-set.ts';

/** A rule for a variable's value: what is wrong with it, or undefined. */
type Rule = (value: string) => string | undefined;

export const PROFILES = ['auto', 'read-only', 'core', 'company', 'full'] as const;

const NO_URL = 'must be an http or https URL';

const anything: Rule = () => undefined;
const url: Rule = (value) => {
  // What URL would mend is left to whoever wrote it.
  if (/[\s\\]/.test(value) || !URL.canParse(value)) return NO_URL;
  const { protocol, username, password } = new URL(value);
  if (!/^https?:$/.test(protocol)) return NO_URL;
  // It stands in every report.
  return username + password === '' ? undefined : 'must not hold a user or a password';
};
const root: Rule = (value) => url(value) ?? (/[?#]/.test(value) ? 'must not hold a query or a fragment' : undefined);
const file: Rule = (value) =>
  statSync(value, { throwIfNoEntry: false })?.isFile() === true ? undefined : 'must name a file that is there';
const folder: Rule = (value) =>
  statSync(value, { throwIfNoEntry: false })?.isDirectory() === true ? undefined : 'must name a folder that is there';
// What a header can carry.
const token: Rule = (value) => (/^[!-~]+$/.test(value) ? undefined : 'must be one word in ASCII');
const proxy: Rule = (value) =>
  /^https?:\/\//i.test(value) && URL.canParse(value) ? undefined : 'must be an http or https URL';
const tenant: Rule = (value) =>
  /^[a-z][a-z0-9]{2,15}$/.test(value)
    ? undefined
    : 'must be 3 to 16 lower-case letters or digits and begin with a letter';
const sink: Rule = (value) =>
  isSmtpUrl(value) || (/^mailpit\+https?:\/\/./.test(value) && URL.canParse(value.slice('mailpit+'.length)))
    ? undefined
    : 'must look like smtp://127.0.0.1:2525 or mailpit+http://host:8025';
const oneOf =
  (...allowed: readonly string[]): Rule =>
  (value) =>
    allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`;
const positive: Rule = (value) =>
  Number.isFinite(Number(value)) && Number(value) > 0 ? undefined : 'must be a number above 0';
// What a timer of Node can wait for.
const LONGEST_MS = 86_400_000;
const time: Rule = (value) =>
  positive(value) ?? (Number(value) <= LONGEST_MS ? undefined : `must be at most ${LONGEST_MS}, a day`);
const seed: Rule = (value) =>
  /^\d{1,10}$/.test(value) && Number(value) <= 0xffff_ffff ? undefined : 'must be an integer from 0 to 4294967295';

/** Every variable of the public interface with the rule for its value. */
export const VARIABLES = {
  TARGET_BASE_URL: root,
  TARGET_TENANT: tenant,
  TARGET_CLIENT_ID: anything,
  TARGET_CLIENT_SECRET: anything,
  TARGET_TOKEN_URL: url,
  TARGET_TOKEN_READ: token,
  TARGET_TOKEN_MANAGE: token,
  TARGET_TOKEN_READ_OWN: token,
  TARGET_TOKEN_MANAGE_OWN: token,
  TARGET_TOKEN_OTHER_READ_OWN: token,
  TARGET_TOKEN_OTHER_MANAGE_OWN: token,
  TARGET_TOKEN_UNRELATED: token,
  TARGET_OTHER_TENANT: tenant,
  TARGET_TOKEN_OTHER_TENANT: token,
  TARGET_TOKEN_EXPIRED: token,
  TARGET_TOKEN_READ_BOTH: token,
  TARGET_TOKEN_COMPANYLESS: token,
  TARGET_TOKEN_VISITOR: token,
  TARGET_MAIL_SINK: sink,
  TARGET_CA_FILE: file,
  TARGET_CLIENT_CERT_FILE: file,
  TARGET_CLIENT_KEY_FILE: file,
  TARGET_ALLOW_WRITES: oneOf('true', 'false'),
  TARGET_DEFAULTS: oneOf('documented', 'configured'),
  HTTPS_PROXY: proxy,
  NO_PROXY: anything,
  CONFORMANCE_PROFILE: oneOf(...PROFILES),
  CONFORMANCE_REVISION: oneOf(...REVISIONS),
  CONFORMANCE_REPORT_DIR: anything,
  CONFORMANCE_SEED: seed,
  CONFORMANCE_TIMEOUT_MS: time,
  CONFORMANCE_CONVERGENCE_MS: time,
  CONFORMANCE_TIME_LIMIT_MS: time,
  CONFORMANCE_RATE: positive,
  CONFORMANCE_SIGNING_KEY: anything,
  CONFORMANCE_SUITES: folder,
} satisfies Record<string, Rule>;

/** Whether a value names a mail server and its port. */
export function isSmtpUrl(value: string): boolean {
  return /^smtp:\/\/[^/\s]+:\d+\/?$/.test(value) && URL.canParse(value);
}

export type Variable = keyof typeof VARIABLES;

export type Values = Readonly<Partial<Record<Variable, string>>>;

/** Whether a name belongs to the suite, so that an unknown one is a slip of the pen. */
export function isOurs(name: string): boolean {
  return name.startsWith('TARGET_') || name.startsWith('CONFORMANCE_');
}

export function isVariable(name: string): name is Variable {
  return Object.hasOwn(VARIABLES, name);
}
