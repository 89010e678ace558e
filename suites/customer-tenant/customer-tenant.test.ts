import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { describe } from 'vitest';
import { closeRunAtEnd } from '../../src/conformance/close-run.ts';

const here = import.meta.dirname;
const extension = extname(import.meta.filename);

closeRunAtEnd();

// Every file declares its requirements as it is loaded; all of them run at the same time.
for (const file of behaviours()) if (!file.startsWith(`observed${sep}`)) await import(join(here, file));

// What is judged over everything the run saw comes last.
describe.sequential('observed', async () => {
  for (const file of behaviours()) if (file.startsWith(`observed${sep}`)) await import(join(here, file));
});

function behaviours(): string[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) === extension && file.includes(sep) && !file.startsWith(`stage${sep}`))
    .toSorted();
}
