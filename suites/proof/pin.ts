import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import {
  frozenSetFile,
  loadFrozenSet,
  pinOf,
  requirementsOf,
  REVISIONS,
  type Pin,
} from '../../src/conformance/frozen-set.ts';

const SERVICE = 'customer-tenant';
const HEAD =
  '# Written by `npm run pin`: what this revision requires. CHANGELOG.md says for every change which verdicts it moves.\n';

type Pins = Readonly<Record<string, Pin>>;

// A release freezes what is provisional until then, and what was reworded.
const freezes = process.argv.includes('--freeze');
const catalogue = loadCatalogue(SERVICE);
const sets = REVISIONS.map((revision) => {
  const now = Object.fromEntries(
    requirementsOf(catalogue, revision).map((entry) => [entry.id, pinOf(entry, revision)]),
  );
  return { revision, now, frozen: frozenIn(revision) ?? now };
});
const changes = freezes ? [] : sets.flatMap(({ revision, now, frozen }) => changesOf(frozen, now, revision));
for (const change of changes) process.stderr.write(`${change}; a release says so in CHANGELOG.md and pins --freeze\n`);
if (changes.length === 0) for (const { revision, now, frozen } of sets) write(revision, now, frozen);
process.exitCode = changes.length === 0 ? 0 : 1;

function frozenIn(revision: string): Pins | undefined {
  return existsSync(frozenSetFile(SERVICE, revision)) ? loadFrozenSet(SERVICE, revision).requirements : undefined;
}

function changesOf(frozen: Pins, now: Pins, revision: string): string[] {
  const changed = Object.keys(frozen).filter((id) => !isDeepStrictEqual(frozen[id], now[id]));
  return changed.map((id) => `${id} is frozen in revision ${revision} and ${now[id] ? 'was changed' : 'is gone'}`);
}

function write(revision: string, now: Pins, frozen: Pins): void {
  const file = frozenSetFile(SERVICE, revision);
  const isFrozen = (id: string) => freezes || Object.hasOwn(frozen, id);
  const those = (wanted: boolean) => Object.fromEntries(Object.entries(now).filter(([id]) => isFrozen(id) === wanted));
  const set = { revision, requirements: those(true), provisional: those(false) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, HEAD + stringify(set, { singleQuote: true }));
}
