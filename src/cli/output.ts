import { accessSync, closeSync, constants, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { explain } from './explain.ts';

/** Makes the folder of the reports. Throws ConfigurationError where that cannot be. */
export function expectReportFolder(folder: string): void {
  explain(`the reports cannot go to ${folder}`, () => makeFolder(resolve(folder)));
}

// Node's own way to make what is above never ends where the system says that what is there is not.
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * Finds out before the work whether a file can be written: a new one, or one that begins like what will stand there. Throws
 * ConfigurationError where it cannot.
 */
export function expectWritable(file: string, beginning: string): void {
  explain(`${file} cannot be written`, () => {
    accessSync(dirname(file), constants.W_OK);
    const there = statSync(file, { throwIfNoEntry: false });
    if (there === undefined) return;
    if (!there.isFile()) throw new Error('it is no file');
    accessSync(file, constants.W_OK);
    if (there.size > 0 && beginningOf(file, beginning.length) !== beginning)
      throw new Error('something else is there already');
  });
}

function beginningOf(file: string, length: number): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}
