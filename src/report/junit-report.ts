import { inShort } from '../conformance/finding.ts';
import { failureLines } from './failure-text.ts';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];

/** The run as JUnit XML: a suite per operation, ids as names, the evidence in `system-out`; one for faults of the run itself. */
export function junitReport(results: Results): string {
  const groups = [...new Set(results.requirements.map(({ operation }) => operation))];
  const suites = groups.map((group) =>
    suite(
      group,
      results.requirements.filter(({ operation }) => operation === group),
      results.seed,
    ),
  );
  const all = [...suites, ...faultSuite(results.faults)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escape(results.suite.name)}">\n${all.join('\n')}\n</testsuites>\n`;
}

/** What went wrong beside all requirements, so that nobody who reads nothing else takes the run for green. */
function faultSuite(faults: readonly string[]): string[] {
  if (faults.length === 0) return [];
  const cases = faults.map(
    (fault, index) =>
      `<testcase name="fault ${index + 1}" classname="run" time="0"><error message="${escape(fault)}"/></testcase>`,
  );
  const head = `tests="${faults.length}" failures="0" errors="${faults.length}" skipped="0"`;
  return [`<testsuite name="run" ${head}>\n${cases.join('\n')}\n</testsuite>`];
}

function suite(name: string, entries: readonly Entry[], seed: number): string {
  const count = (...verdicts: string[]) => entries.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const skipped = count('not-applicable', 'untestable', 'warning', 'waived');
  const head = `tests="${entries.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${skipped}"`;
  return `<testsuite name="${escape(name)}" ${head}>\n${entries.map((entry) => testCase(entry, seed)).join('\n')}\n</testsuite>`;
}

function testCase(entry: Entry, seed: number): string {
  const head = `<testcase name="${escape(entry.id)}" classname="${escape(entry.operation)}" time="${entry.durationMs / 1000}">`;
  return `${head}${outcome(entry, seed)}${evidence(entry)}</testcase>`;
}

function outcome(entry: Entry, seed: number): string {
  const message = entry.reason ?? (entry.findings ?? []).map((finding) => inShort(finding)).join('; ');
  const attribute = `message="${escape(`${entry.statement} ${message}`)}"`;
  switch (entry.verdict) {
    case 'passed':
      return '';
    case 'failed':
      return `<failure type="${entry.level}" ${attribute}>${escape(failureLines(entry, seed).join('\n'))}</failure>`;
    case 'error':
      return `<error ${attribute}/>`;
    case 'warning':
    case 'not-applicable':
    case 'untestable':
    case 'waived':
      return `<skipped ${attribute}/>`;
  }
}

function evidence(entry: Entry): string {
  const lines = (entry.findings ?? []).flatMap(({ exchanges }) =>
    exchanges.map(({ curl, response }) => `${curl}\n${response.status} ${response.body}`),
  );
  return lines.length === 0 ? '' : `<system-out>${escape(lines.join('\n\n'))}</system-out>`;
}

function escape(text: string): string {
  const printable = Array.from(text, (char) => (isAllowed(char.codePointAt(0) ?? 0) ? char : '\u{FFFD}')).join('');
  return printable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

// XML 1.0, section 2.2.
function isAllowed(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff))
  );
}
