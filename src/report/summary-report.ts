import type { Results } from './results.ts';

/** The run in Markdown: verdict, what did not pass, what was not claimed. */
export function summaryReport(results: Results): string {
  const broken = results.requirements.filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict));
  const rows = broken.map(
    ({ id, level, verdict, statement }) => `| ${id} | ${level} | ${verdict} | ${cell(statement)} |`,
  );
  const table =
    rows.length === 0 ? [] : ['| id | level | verdict | statement |', '| --- | --- | --- | --- |', ...rows, ''];
  const { passed, failed, warning, untestable } = results.summary;
  return [
    `# ${results.verdict}${results.partial ? ' (partial)' : ''}: ${results.target.baseUrl}`,
    '',
    `Profile ${results.profile}, revision ${results.revision}, seed ${results.seed}: ${passed} passed, ${failed} failed, ${warning} warnings, ${untestable} untestable.`,
    '',
    ...table,
    ...Object.entries(results.unclaimed).map(([feature, why]) => `- not claimed: ${feature} (${why})`),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
