import { levelIn, loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { REVISIONS } from '../conformance/frozen-set.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { select, type Selection } from './selection.ts';
import { ownSuites } from './own-suites.ts';
import { SERVICE } from './service.ts';

export type ListFormat = 'table' | 'json' | 'markdown';

/** Lists the requirements that fit; returns the exit code 0. Throws ConfigurationError where none fits, or the revision is none. */
export function listCommand(selection: Selection, revision: string, format: ListFormat): number {
  if (!REVISIONS.some((each) => each === revision))
    throw new ConfigurationError(`--revision must be one of ${REVISIONS.join(', ')}`);
  const catalogue = loadCatalogue(SERVICE, ownSuites()).filter(
    ({ revisions }) => revisions === undefined || revisions.includes(revision),
  );
  const chosen = select(catalogue, selection, revision);
  process.stdout.write(`${WRITERS[format](chosen, revision)}\n`);
  return EXIT_CODES.conformant;
}

type Writer = (chosen: readonly Requirement[], revision: string) => string;

const table: Writer = (chosen, revision) =>
  chosen.map((entry) => `${entry.id.padEnd(8)} ${levelIn(entry, revision).padEnd(6)} ${entry.statement}`).join('\n');

const markdown: Writer = (chosen, revision) => {
  const rows = chosen.map((entry) => {
    const cells = [entry.id, levelIn(entry, revision), entry.operations.join(', '), entry.statement];
    return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  });
  return ['| id | level | operations | statement |', '| --- | --- | --- | --- |', ...rows].join('\n');
};

const json: Writer = (chosen, revision) =>
  JSON.stringify(
    chosen.map((entry) => ({ ...entry, level: levelIn(entry, revision) })),
    null,
    2,
  );

const WRITERS: Readonly<Record<ListFormat, Writer>> = { table, markdown, json };
