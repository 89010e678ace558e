import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { describe } from 'vitest';
import { closeRunAtEnd } from '../../src/conformance/close-run.ts';

const here = import.meta.dirname;
const extension = extname(import.meta.filename);
const LATER = ['quiet', 'observed'];

closeRunAtEnd();

// Every file declares its requirements as it is loaded; all of them run at the same time.
for (const file of behaviours()) if (!inFolder(file, ...LATER)) await import(join(here, file));

// What a neighbour's requests would hide runs alone, and what is judged over everything the run saw comes last.
for (const folder of LATER) {
  describe.sequential(`${folder}`, async () => {
    for (const file of behaviours()) if (inFolder(file, folder)) await import(join(here, file));
  });
}

function inFolder(file: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => file.startsWith(`${folder}${sep}`));
}

function behaviours(): string[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) === extension && file.includes(sep) && !file.startsWith(`stage${sep}`))
    .toSorted();
}
