import { ConfigurationError } from './configuration-error.ts';
import { startEmbeddedTarget } from './embedded-target.ts';
import type { Values } from './variables.ts';

/** Does something with the deployment that the values name, or else with the embedded target. Throws ConfigurationError. */
export async function withTarget<T>(
  values: Values,
  work: (values: Values, embedded: boolean) => Promise<T>,
): Promise<T> {
  if (values.TARGET_BASE_URL !== undefined) return work(values, false);
  const stray = Object.keys(values).find((name) => name.startsWith('TARGET_'));
  if (stray !== undefined)
    throw new ConfigurationError(`${stray} is set, but TARGET_BASE_URL is not; set it to judge that target`);
  const target = await startEmbeddedTarget();
  try {
    return await work({ ...values, ...target.values }, true);
  } finally {
    await target.close();
  }
}
