import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Results } from '../../src/report/results.ts';
import { packageRoot } from '../../src/spec/package-root.ts';

type Variables = Readonly<Record<string, string>>;

const LONGEST_MS = 180_000;

/** Judges the target that variables name with the compiled command, in a process and a folder of its own; returns what it left. */
export async function runAgainst(variables: Variables): Promise<Results | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'trial-'));
  try {
    await runCommand(folder, variables);
    return readResults(join(folder, 'conformance-report', 'results.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runCommand(cwd: string, variables: Variables): Promise<void> {
  const main = join(packageRoot, 'dist/src/cli/main.js');
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
  const child = spawn(process.execPath, [main, 'run'], { cwd, env, stdio: 'ignore', timeout: LONGEST_MS });
  await new Promise((resolve) => child.once('exit', resolve));
}

function readResults(file: string): Results | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch {
    return undefined;
  }
}
