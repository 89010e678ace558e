import { appendFileSync } from 'node:fs';
import { annotations } from '../report/annotations.ts';
import type { Results } from '../report/results.ts';
import { summaryReport } from '../report/summary-report.ts';

/** In a job of GitHub Actions: marks what did not pass in the log, and adds the summary to the job's page. */
export function tellGitHub(results: Results, environment: NodeJS.ProcessEnv): void {
  if (environment['GITHUB_ACTIONS'] === 'true') process.stdout.write(annotations(results));
  const file = environment['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  try {
    appendFileSync(file, `${summaryReport(results)}\n`);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    process.stderr.write(`the summary could not be added to GITHUB_STEP_SUMMARY: ${reason}\n`);
  }
}
