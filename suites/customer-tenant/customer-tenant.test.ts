import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { describe } from 'vitest';
import { closeRunAtEnd } from '../../src/conformance/close-run.ts';

const here = import.meta.dirname;
const extension = extname(import.meta.filename);
const LATER = ['quiet', 'observed'];

closeRunAtEnd();

// Every file declares its requirements as it is loaded; all of them run at the same time.
await load((file) => !LATER.includes(folderOf(file)));

// What a neighbour's requests would hide runs when all else is over.
describe.sequential('quiet', async () => {
  await load((file) => folderOf(file) === 'quiet');
});

// What is judged over everything the run saw comes last.
describe.sequential('observed', async () => {
  await load((file) => folderOf(file) === 'observed');
});

async function load(isWanted: (file: string) => boolean): Promise<void> {
  for (const file of behaviours()) if (isWanted(file)) await import(join(here, file));
}

function folderOf(file: string): string {
  return file.split(sep, 1)[0] ?? '';
}

function behaviours(): string[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) === extension && file.includes(sep) && !file.startsWith(`stage${sep}`))
    .toSorted();
}
