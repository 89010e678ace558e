import { inShort } from '../conformance/finding.ts';
import { hintsOf } from './hints.ts';
import { nameOf, type Results } from './results.ts';

/** The run in Markdown: verdict, what did not pass, what was not claimed. */
export function summaryReport(results: Results): string {
  const broken = results.requirements.filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict));
  const rows = broken.map((entry) => row(entry));
  const table =
    rows.length === 0
      ? []
      : ['| id | level | verdict | statement | why |', '| --- | --- | --- | --- | --- |', ...rows, ''];
  const { passed, failed, warning, untestable, waived } = results.summary;
  return [
    `# ${results.verdict}${results.partial ? ' (partial)' : ''}: ${nameOf(results.target)}`,
    '',
    `Profile ${results.profile}, revision ${results.revision}, seed ${results.seed}: ${passed} passed, ${failed} failed, ${warning} warnings, ${untestable} untestable, ${waived} waived.`,
    '',
    ...table,
    ...results.faults.map((fault) => `- fault: ${fault}`),
    ...hintsOf(results).map((hint) => `- hint: ${hint}`),
    ...Object.entries(results.unclaimed).map(([feature, why]) => `- not claimed: ${feature} (${why})`),
    '',
  ].join('\n');
}

function row({ id, level, verdict, statement, reason, findings }: Results['requirements'][number]): string {
  const [first] = findings ?? [];
  const why = reason ?? (first === undefined ? '' : inShort(first));
  return `| ${[id, level, verdict, statement, why].map((text) => cell(text)).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll(/[|<>`]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}
