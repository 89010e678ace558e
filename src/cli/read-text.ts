import { readFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';

/** The text of a file that somebody named. Throws ConfigurationError in one line where it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`${file} cannot be read: ${reason}`, { cause });
  }
}
