import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';

/** Makes the folder of the reports. Throws ConfigurationError where that cannot be. */
export function expectReportFolder(folder: string): void {
  explain(`the reports cannot go to ${folder}`, () => mkdirSync(folder, { recursive: true }));
}

/** Finds out before the work whether a file can be written. Throws ConfigurationError where it cannot. */
export function expectWritable(file: string): void {
  explain(`${file} cannot be written`, () => {
    accessSync(dirname(file), constants.W_OK);
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new Error('it is a folder; name a file');
    if (there) accessSync(file, constants.W_OK);
  });
}

function explain(what: string, attempt: () => void): void {
  try {
    attempt();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`${what}: ${reason}`, { cause });
  }
}
