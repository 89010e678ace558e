import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEvidence } from '../conformance/read-evidence.ts';
import { ctrfReport } from './ctrf-report.ts';
import { harReport } from './har-report.ts';
import { htmlReport } from './html/page.ts';
import { junitReport } from './junit-report.ts';
import { findResultsFault } from './results-schema.ts';
import type { Results } from './results.ts';
import { summaryReport } from './summary-report.ts';
import { writeWhole } from './write-whole.ts';

const NAMES = ['results.json', 'junit.xml', 'summary.md', 'report.html', 'ctrf.json', 'exchanges.har'];
const EVIDENCE = ['evidence/run.json', 'evidence/exchanges.jsonl'];
const JUDGED = NAMES.map((name) => join('judged', name));

/** Reports that are written on request only. */
export interface Extras {
  readonly ctrf: boolean;
  readonly har: boolean;
}

/** Removes the evidence and the reports of an earlier run, so that none can be taken for one of this run. */
export function clearRun(folder: string): void {
  for (const name of [...EVIDENCE, ...JUDGED]) rmSync(join(folder, name), { force: true });
  clearReports(folder);
}

/** Removes earlier reports, so that none of them can be taken for one that is about to be written. */
export function clearReports(folder: string): void {
  for (const name of NAMES) rmSync(join(folder, name), { force: true });
}

/** Writes what was asked for beside the reports that every run leaves, from a file of evidence. Throws where the disk refuses. */
export function writeExtras(folder: string, { ctrf, har }: Extras, results: Results, evidence: string): void {
  if (ctrf) writeWhole(join(folder, 'ctrf.json'), ctrfReport(results));
  if (!har) return;
  const exchanges = readEvidence(evidence).flatMap(({ exchange }) => exchange ?? []);
  writeWhole(join(folder, 'exchanges.har'), harReport(results.suite, exchanges));
}

/** Writes every report of a run into a folder. Throws where the results break their own schema, or the disk refuses. */
export function writeReports(folder: string, results: Results): void {
  const fault = findResultsFault(results);
  if (fault !== undefined) throw new Error(`results.json breaks its own schema: ${fault}`);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeWhole(join(folder, name), text);
  write('results.json', `${JSON.stringify(results, null, 2)}\n`);
  write('junit.xml', junitReport(results));
  write('summary.md', summaryReport(results));
  write('report.html', htmlReport(results));
}
