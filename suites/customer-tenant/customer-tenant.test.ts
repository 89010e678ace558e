import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { describe, inject } from 'vitest';
import { closeRunAtEnd } from '../../src/conformance/close-run.ts';

const here = import.meta.dirname;
const extension = extname(import.meta.filename);
const LATER = ['quiet', 'observed'];
const OWN = ['.ts', '.js', '.mjs'];

closeRunAtEnd();

// Every file declares its requirements as it is loaded; all of them run at the same time.
await load((file) => !LATER.includes(folderOf(file)));

// What somebody adds of their own comes with ours; it may be TypeScript.
const { ownSuites } = inject('settings');
for (const file of ownSuites === undefined ? [] : filesIn(ownSuites, OWN)) await import(join(ownSuites ?? '', file));

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
  return filesIn(here, [extension]).filter((file) => file.includes(sep) && !file.startsWith(`stage${sep}`));
}

function filesIn(folder: string, extensions: readonly string[]): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => extensions.includes(extname(name)) && !name.includes('node_modules')).toSorted();
}
