import { inShort } from '../conformance/finding.ts';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];

const COMMANDS: Readonly<Partial<Record<Entry['verdict'], string>>> = {
  failed: 'error',
  error: 'error',
  warning: 'warning',
  untestable: 'warning',
  waived: 'notice',
};

/** What did not pass as workflow commands of GitHub Actions, a line each. */
export function annotations({ requirements }: Results): string {
  return requirements.map((entry) => annotation(entry)).join('');
}

function annotation({ id, verdict, statement, findings, reason }: Entry): string {
  const command = COMMANDS[verdict];
  if (command === undefined) return '';
  const [first] = findings ?? [];
  const detail = first === undefined ? reason : inShort(first);
  return `::${command} title=${escapeProperty(`${id} ${verdict}`)}::${escape(`${statement} ${detail ?? ''}`)}\n`;
}

// A line break would end the command, and the next line could be one of the target's making.
function escape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
