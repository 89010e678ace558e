import { ownCommand } from './own-command.ts';
import { printable } from './printable.ts';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];
type Finding = NonNullable<Entry['findings']>[number];

// A longer command hides what else a terminal shows.
const LONGEST_REPEAT = 4_000;

/** The command that judges a requirement again with the same data. */
export function againCommand(id: string, seed: number): string {
  return ownCommand('run', '--only', id, '--seed', String(seed));
}

/** What a person needs of a broken requirement: what was expected and received, how to repeat it, how to judge it again. */
export function failureLines({ id, findings = [] }: Entry, seed: number): string[] {
  return [...findings.flatMap((finding) => findingLines(finding)), `  again     ${againCommand(id, seed)}`];
}

function findingLines({ label, expected, received, pointer, exchanges }: Finding): string[] {
  const last = exchanges.at(-1);
  return [
    ...(label === undefined ? [] : [`  case      ${printable(label)}`]),
    `  expected  ${printable(expected)}${pointer === undefined ? '' : `  (${pointer})`}`,
    `  received  ${printable(received)}`,
    ...(last
      ? [
          `  request   ${last.request.method} ${printable(last.request.url)}  as ${last.principal}`,
          `  repeat    ${last.curl.length > LONGEST_REPEAT ? 'is in results.json, for it is long' : last.curl}`,
        ]
      : []),
  ];
}
