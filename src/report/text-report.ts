import { colors } from './colors.ts';
import { operationTable } from './operation-table.ts';
import { headline } from './headline.ts';
import { hintsOf } from './hints.ts';
import { printable } from './printable.ts';
import type { Results } from './results.ts';
import { describeBroken, describeUnjudged, describeWaived } from './text-entry.ts';

const PAINT: Readonly<Record<Results['verdict'], (text: string) => string>> = {
  conformant: (text) => colors.green(text),
  incomplete: (text) => colors.yellow(text),
  'non-conformant': (text) => colors.red(text),
  error: (text) => colors.red(text),
};

/** The end of a run for people: a table by operation, each departure, what was not judged, the verdict. */
export function textReport(results: Results): string {
  const having = (...verdicts: string[]) => results.requirements.filter(({ verdict }) => verdicts.includes(verdict));
  return [
    '',
    operationTable(results),
    '',
    ...having('warning').map((entry) => describeBroken(entry, results.seed)),
    ...having('failed').map((entry) => describeBroken(entry, results.seed)),
    ...describeUnjudged(having('untestable', 'error')),
    ...having('waived').map((entry) => describeWaived(entry)),
    ...unclaimedLines(results),
    ...results.faults.map((fault) => `fault outside of a requirement: ${headline(fault)}`),
    ...results.leftovers.map((leftover) => `not deleted: ${printable(leftover)}`),
    ...verdictLines(results),
  ].join('\n');
}

function unclaimedLines({ unclaimed }: Results): string[] {
  const features = Object.entries(unclaimed);
  if (features.length === 0) return [];
  return ['not claimed:', ...features.map(([name, why]) => `  ${name.padEnd(20)}${why}`), ''];
}

function verdictLines(results: Results): string[] {
  const { passed = 0, failed, warning, untestable = 0, notApplicable, error, waived = 0 } = results.summary;
  const known = waived === 0 ? '' : `, ${colors.bold(`${waived} WAIVED`)}`;
  const counts = `${passed} passed, ${failed} failed, ${warning} warnings, ${untestable} untestable, ${notApplicable} not applicable, ${error} errors${known}`;
  const partial = results.partial ? ' (partial)' : '';
  const seconds = (results.durationMs / 1000).toFixed(1);
  return [
    `${PAINT[results.verdict](`${results.verdict}${partial}`)}: ${counts}`,
    `profile ${results.profile}${results.strict ? ', strict' : ''}, seed ${results.seed}, ${results.requests} requests, ${seconds} s`,
    ...hintsOf(results),
  ];
}
