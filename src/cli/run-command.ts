import { randomInt } from 'node:crypto';
import type { Extras } from '../report/write-reports.ts';
import { toConfiguration } from './configuration.ts';
import { readRerun } from './last-run.ts';
import { readValues } from './read-values.ts';
import { run } from './run.ts';
import type { Selection } from './selection.ts';
import type { Values } from './variables.ts';
import { withTarget } from './with-target.ts';

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
  const given = readValues(process.cwd(), process.env, flags);
  return withTarget(given, async (values, embedded) => order(values, wish, embedded));
}

async function order(values: Values, wish: RunWish, embedded: boolean): Promise<number> {
  const configuration = toConfiguration(values, randomInt(SEEDS));
  const { selection, rerunFailed, ...how } = wish;
  if (!rerunFailed) return run(configuration, { ...how, selection, embedded, waives: true });
  const { only, seed } = readRerun(configuration.reportDir, selection.only);
  const open = { ...selection, only };
  return run(toConfiguration(values, seed), { ...how, selection: open, embedded, waives: true });
}
