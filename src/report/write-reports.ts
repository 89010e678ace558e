import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlReport } from './html-report.ts';
import { junitReport } from './junit-report.ts';
import { findResultsFault } from './results-schema.ts';
import type { Results } from './results.ts';
import { summaryReport } from './summary-report.ts';

const NAMES = ['results.json', 'junit.xml', 'summary.md', 'report.html'];

/** Removes the reports of an earlier run, so that none of them can be taken for one of this run. */
export function clearReports(folder: string): void {
  for (const name of NAMES) rmSync(join(folder, name), { force: true });
}

/** Writes every report of a run into a folder. Throws where the results break their own schema, or the disk refuses. */
export function writeReports(folder: string, results: Results): void {
  const fault = findResultsFault(results);
  if (fault !== undefined) throw new Error(`results.json breaks its own schema: ${fault}`);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('results.json', `${JSON.stringify(results, null, 2)}\n`);
  write('junit.xml', junitReport(results));
  write('summary.md', summaryReport(results));
  write('report.html', htmlReport(results));
}
