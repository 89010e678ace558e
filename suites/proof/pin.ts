import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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

// A release freezes what is provisional until then.
const freezes = process.argv.includes('--freeze');

const catalogue = loadCatalogue(SERVICE);
for (const revision of REVISIONS) {
  const file = frozenSetFile(SERVICE, revision);
  const known = existsSync(file) ? Object.keys(loadFrozenSet(SERVICE, revision).requirements) : undefined;
  const isFrozen = (id: string) => freezes || (known?.includes(id) ?? true);
  const pins = requirementsOf(catalogue, revision).map((entry) => [entry.id, pinOf(entry, revision)] as const);
  const those = (wanted: boolean): Record<string, Pin> =>
    Object.fromEntries(pins.filter(([id]) => isFrozen(id) === wanted));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    HEAD + stringify({ revision, requirements: those(true), provisional: those(false) }, { singleQuote: true }),
  );
}
