import { dirname, join } from 'node:path';
import { writeReports } from '../report/write-reports.ts';
import { EXIT_CODES } from './exit-code.ts';
import { expectReportFolder } from './output.ts';
import { readResults } from './read-results.ts';
import { readValues } from './read-values.ts';

/** Writes every report again from a `results.json`; returns the exit code of its verdict. Throws ConfigurationError. */
export async function reportCommand(named: string | undefined, reportDir: string | undefined): Promise<number> {
  const { CONFORMANCE_REPORT_DIR: usual = 'conformance-report' } = readValues(process.cwd(), process.env, {});
  const file = named ?? join(usual, 'results.json');
  const results = readResults(file);
  const folder = reportDir ?? dirname(file);
  expectReportFolder(folder);
  writeReports(folder, results);
  process.stdout.write(`reports: ${folder}\n`);
  return EXIT_CODES[results.verdict];
}
