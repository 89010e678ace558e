import { readFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';

/** The text of a file that a person wrote, without the mark that some editors begin one with. Throws ConfigurationError. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`${file} cannot be read: ${reason}`, { cause });
  }
}
