import { ConfigurationError } from './configuration-error.ts';

/** What comes of an attempt. Throws ConfigurationError in one line that begins with `what` where it throws anything. */
export function explain<T>(what: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    throw new ConfigurationError(`${what}: ${reason}`, { cause });
  }
}
