import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';
import { explain } from './explain.ts';

/**
 * Works while the report folder is this run's alone: two at once would mix their evidence. Throws ConfigurationError where
 * another run is under way there, and rejects as `work` does.
 */
export async function inReportFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'run.pid');
  const holder = holderOf(file);
  if (holder !== undefined && isAlive(holder)) {
    const remedy = `name another with --report-dir, or delete ${file} if that is no run`;
    throw new ConfigurationError(`process ${holder} is writing its reports to ${folder}; ${remedy}`);
  }
  explain(`the reports cannot go to ${folder}`, () => writeFileSync(file, `${process.pid}\n`));
  const leave = () => rmSync(file, { force: true });
  process.once('exit', leave);
  try {
    return await work();
  } finally {
    leave();
    process.off('exit', leave);
  }
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process is there; one of somebody else's is, too. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}
