import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { startMailSink } from '../../src/cli/mail-sink.ts';
import type { Results } from '../../src/report/results.ts';
import { packageRoot } from '../../src/spec/package-root.ts';

type Variables = Readonly<Record<string, string>>;

/** What a target of a trial is like: faults, other ways of being right, and the seed of the data that it meets. */
export interface Subject {
  readonly deviations?: readonly string[];
  readonly variants?: readonly string[];
  readonly seed?: number;
}

/** A finished trial: exit code (null where the run was killed), and results where there are any. */
export interface Trial {
  readonly code: number | null;
  readonly results: Results | undefined;
}

const LONGEST_MS = 180_000;

/** Judges a reference target, known by variables alone. */
export async function judgeSubject({ seed = 1, ...subject }: Subject): Promise<Trial> {
  const sink = await startMailSink('127.0.0.1', 0);
  const target = await startReferenceTarget({ ...subject, mail: { host: '127.0.0.1', port: sink.smtpPort } });
  const variables = {
    ...target.environment,
    TARGET_MAIL_SINK: `mailpit+${sink.mailboxUrl}`,
    CONFORMANCE_SEED: String(seed),
  };
  try {
    return await judgeTarget(variables);
  } finally {
    await target.close();
    await sink.close();
  }
}

/** Judges the target that variables name with the compiled command, in a process and a folder of its own. */
export async function judgeTarget(variables: Variables): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'trial-'));
  try {
    const code = await runCommand(folder, variables);
    return { code, results: readResults(join(folder, 'conformance-report', 'results.json')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runCommand(cwd: string, variables: Variables): Promise<number | null> {
  const main = join(packageRoot, 'dist/src/cli/main.js');
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
  const child = spawn(process.execPath, [main, 'run'], { cwd, env, stdio: 'ignore', timeout: LONGEST_MS });
  return new Promise((resolve) => child.once('exit', resolve));
}

function readResults(file: string): Results | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch {
    return undefined;
  }
}
