import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunSettings } from '../conformance/run-settings.ts';
import type { KnownFailure } from '../report/known-failures.ts';
import type { RunFacts } from '../report/results.ts';
import { faultIn } from '../spec/data-fault.ts';
import { ConfigurationError } from './configuration-error.ts';
import { RECORDED_RUN } from './recorded-run-schema.ts';

/** What a run was asked for, so that its evidence can be judged again: plain data without secrets. */
export interface RecordedRun {
  readonly facts: RunFacts;
  readonly settings: RunSettings;
  readonly known: readonly KnownFailure[];
  /** The day on which known failures were looked at, such as `2026-12-31`. */
  readonly day: string;
}

const NAME = 'run.json';
const EXCHANGES = 'exchanges.jsonl';

/** Where the exchanges of a run stand in its folder of evidence. */
export function exchangesIn(folder: string): string {
  return join(folder, EXCHANGES);
}

/** Where the evidence of a run stands in its folder of reports. */
export function evidenceFolderIn(reportDir: string): string {
  return join(reportDir, 'evidence');
}

/** Writes down what a run was asked for. Throws where the disk refuses. */
export function recordRun(folder: string, run: RecordedRun): void {
  mkdirSync(folder, { recursive: true });
  const settings = withoutSecrets(run.settings);
  writeFileSync(join(folder, NAME), `${JSON.stringify({ ...run, settings }, null, 2)}\n`);
}

/** Reads what a run was asked for. Throws ConfigurationError where the folder holds no such record. */
export function readRecordedRun(folder: string): RecordedRun {
  const file = join(folder, NAME);
  const run = parse(file);
  const fault = faultIn(run, RECORDED_RUN);
  if (fault === undefined) return run as RecordedRun;
  throw new ConfigurationError(`${file} is no record of a run: ${fault}`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`${file} cannot be read: ${reason}; name the evidence folder of a run`, { cause });
  }
}

function withoutSecrets(settings: RunSettings): RunSettings {
  const { principals, tokenEndpoint, mailboxUrl } = settings;
  return {
    ...settings,
    principals: principals.map(({ name, variable, token, missing }) => {
      return {
        name,
        variable,
        token: token === undefined ? undefined : standIn(variable),
        ...(missing && { missing }),
      };
    }),
    tokenEndpoint: tokenEndpoint && { ...tokenEndpoint, clientSecret: standIn('TARGET_CLIENT_SECRET') },
    mailboxUrl: mailboxUrl && 'recorded',
    connection: {},
    journalFile: '',
    evidence: undefined,
    ownSuites: undefined,
  };
}

/** What stands for a secret in a replay; no text that anybody sends looks like it. */
function standIn(variable: string): string {
  return `replayed:${variable}:`;
}
