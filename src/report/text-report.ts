import colors from 'picocolors';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];

const MARKS: Readonly<Record<string, (text: string) => string>> = {
  conformant: (text) => colors.green(text),
  incomplete: (text) => colors.yellow(text),
};

/** The end of a run for people: a table by operation, each departure, what was not judged, the verdict. */
export function textReport(results: Results): string {
  const broken = results.requirements.filter(({ verdict }) =>
    ['failed', 'warning', 'error', 'untestable'].includes(verdict),
  );
  return [
    '',
    operationTable(results),
    '',
    ...broken.map((entry) => describeEntry(entry, results)),
    ...unclaimedLines(results),
    ...results.leftovers.map((leftover) => `not deleted: ${leftover}`),
    verdictLine(results),
  ].join('\n');
}

function operationTable(results: Results): string {
  const operations = [...new Set(results.requirements.map((entry) => groupOf(entry)))];
  const rows = operations.map((operation) => {
    const entries = results.requirements.filter((entry) => groupOf(entry) === operation);
    const count = (verdict: string) => String(entries.filter((entry) => entry.verdict === verdict).length).padStart(8);
    return `${operation.padEnd(12)}${['passed', 'failed', 'warning', 'untestable', 'not-applicable'].map((verdict) => count(verdict)).join('')}`;
  });
  return [`${'operation'.padEnd(12)}  passed  failed warning untestb     n/a`, ...rows].join('\n');
}

function groupOf({ operation }: Entry): string {
  return operation.includes(',') ? 'several' : operation;
}

/** A requirement that did not pass, ready to be acted on. */
export function describeEntry(entry: Entry, results: Results): string {
  const paint = entry.verdict === 'failed' || entry.verdict === 'error' ? colors.red : colors.yellow;
  const head = `${paint(entry.verdict)}  ${colors.bold(entry.id)}  ${entry.level}  ${entry.statement}`;
  const reason = entry.reason === undefined ? [] : [`  reason    ${entry.reason}`];
  const findings = (entry.findings ?? []).flatMap((finding) => describeFinding(finding));
  const replay =
    entry.verdict === 'untestable' ? [] : [`  again     npm test -- --only ${entry.id} --seed ${results.seed}`];
  return [head, ...reason, ...findings, ...replay, ''].join('\n');
}

function describeFinding(finding: NonNullable<Entry['findings']>[number]): string[] {
  const last = finding.exchanges.at(-1);
  return [
    ...(finding.label === undefined ? [] : [`  case      ${finding.label}`]),
    `  expected  ${finding.expected}${finding.pointer === undefined ? '' : `  (${finding.pointer})`}`,
    `  received  ${finding.received}`,
    ...(last
      ? [`  request   ${last.request.method} ${last.request.url}  as ${last.principal}`, `  repeat    ${last.curl}`]
      : []),
  ];
}

function unclaimedLines(results: Results): string[] {
  const features = Object.entries(results.unclaimed);
  return features.length === 0
    ? []
    : ['not claimed:', ...features.map(([name, why]) => `  ${name.padEnd(20)}${why}`), ''];
}

function verdictLine(results: Results): string {
  const { passed, failed, warning, untestable, notApplicable, error } = results.summary;
  const counts = `${passed} passed, ${failed} failed, ${warning} warnings, ${untestable} untestable, ${notApplicable} not applicable, ${error} errors`;
  const partial = results.partial ? ' (partial)' : '';
  const paint = MARKS[results.verdict] ?? ((text: string) => colors.red(text));
  const facts = `profile ${results.profile}, seed ${results.seed}, ${results.requests} requests, ${(results.durationMs / 1000).toFixed(1)} s`;
  return `${paint(`${results.verdict}${partial}`)}: ${counts}\n${facts}`;
}
