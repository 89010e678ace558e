import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all, so that nobody reads half of one. Throws Error in one line where the disk refuses. */
export function writeWhole(file: string, text: string): void {
  const growing = `${file}.part`;
  try {
    writeFileSync(growing, text);
    renameSync(growing, file);
  } catch (cause) {
    rmSync(growing, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} cannot be written: ${reason}`, { cause });
  }
}
