import { randomInt } from 'node:crypto';
import { toConfiguration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { startEmbeddedTarget } from './embedded-target.ts';
import { readValues } from './read-values.ts';
import { run } from './run.ts';
import type { Values } from './variables.ts';

const SEEDS = 2 ** 32;

/** Judges the deployment that the variables name, or the embedded target; returns the exit code. */
export async function runCommand(flags: Values, only: readonly string[]): Promise<number> {
  const values = readValues(process.cwd(), process.env, flags);
  if (values.TARGET_BASE_URL !== undefined)
    return run(toConfiguration(values, randomInt(SEEDS)), { only, embedded: false });
  const stray = Object.keys(values).find((name) => name.startsWith('TARGET_'));
  if (stray !== undefined)
    throw new ConfigurationError(`${stray} is set, but TARGET_BASE_URL is not; set it to judge that target`);
  const target = await startEmbeddedTarget();
  try {
    return await run(toConfiguration({ ...values, ...target.values }, randomInt(SEEDS)), { only, embedded: true });
  } finally {
    await target.close();
  }
}
