import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Results } from '../../src/report/results.ts';

const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js');

/** A finished command: its exit code, what it wrote, and the results where it left any. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
  readonly results: Results | undefined;
}

/** Runs the compiled command in an empty folder, with no variables of ours but the given ones. */
export async function command(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...plainEnvironment(), ...variables } });
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const file = join(folder, 'conformance-report', 'results.json');
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
  return { code, stdout: await stdout, stderr: await stderr, folder, results };
}

/** The ids of the requirements with a verdict, of one level where it is named. */
export function idsWith({ results }: Finished, verdict: string, level?: string): string[] {
  const entries = results?.requirements ?? [];
  return entries
    .filter((entry) => entry.verdict === verdict && (level ?? entry.level) === entry.level)
    .map(({ id }) => id);
}

async function gather(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(TARGET_|CONFORMANCE_|VITEST|NODE_ENV|HTTPS_PROXY|NO_PROXY)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
