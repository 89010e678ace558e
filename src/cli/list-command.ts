import { levelIn, loadCatalogue, type Requirement } from '../conformance/catalogue.ts';
import { EXIT_CODES } from './exit-code.ts';
import { select, type Selection } from './selection.ts';
import { ownSuites } from './own-suites.ts';
import { SERVICE } from './service.ts';

export type ListFormat = 'table' | 'json' | 'markdown';

/** Lists the requirements that fit; returns the exit code 0. Throws ConfigurationError where none fits. */
export function listCommand(selection: Selection, revision: string, format: ListFormat): number {
  const chosen = select(loadCatalogue(SERVICE, ownSuites()), selection, revision);
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
