import { randomInt } from 'node:crypto';
import { toConfiguration } from './configuration.ts';
import type { Extras } from '../report/write-reports.ts';
import { ConfigurationError } from './configuration-error.ts';
import { startEmbeddedTarget } from './embedded-target.ts';
import { readRerun } from './last-run.ts';
import { readValues } from './read-values.ts';
import { run } from './run.ts';
import type { Selection } from './selection.ts';
import type { Values } from './variables.ts';

const SEEDS = 2 ** 32;

/** What a run was asked for beside its variables. */
export interface RunWish {
  readonly selection: Selection;
  readonly strict: boolean;
  readonly knownFailures: string | undefined;
  readonly extras: Extras;
  /** The `results.json` to compare with, if not the one in the report folder. */
  readonly baseline: string | undefined;
  /** Only what the last run in the report folder left open, with its seed. */
  readonly rerunFailed: boolean;
}

/** Judges the deployment that the variables name, or the embedded target; returns the exit code. */
export async function runCommand(flags: Values, wish: RunWish): Promise<number> {
  const values = readValues(process.cwd(), process.env, flags);
  if (values.TARGET_BASE_URL !== undefined) return order(values, wish, false);
  const stray = Object.keys(values).find((name) => name.startsWith('TARGET_'));
  if (stray !== undefined)
    throw new ConfigurationError(`${stray} is set, but TARGET_BASE_URL is not; set it to judge that target`);
  const target = await startEmbeddedTarget();
  try {
    return await order({ ...values, ...target.values }, wish, true);
  } finally {
    await target.close();
  }
}

async function order(values: Values, wish: RunWish, embedded: boolean): Promise<number> {
  const configuration = toConfiguration(values, randomInt(SEEDS));
  const { selection, rerunFailed, ...how } = wish;
  if (!rerunFailed) return run(configuration, { ...how, selection, embedded });
  const { only, seed } = readRerun(configuration.reportDir);
  const open = { ...selection, only: [...selection.only, ...only] };
  return run(toConfiguration(values, seed), { ...how, selection: open, embedded });
}
