import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Results } from '../../src/report/results.ts';

type Variables = Readonly<Record<string, string>>;

/** The compiled command. */
export const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js');

/** A finished command: its exit code, what it wrote, and the results where it left any. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
  readonly results: Results | undefined;
}

/** A command that is under way. */
export interface Running {
  readonly folder: string;
  readonly finished: Promise<Finished>;
  /** Everything that it has written so far; settles once `pattern` stands in it, or the command is over. */
  written(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs the compiled command in an empty folder, with no variables of ours but the given ones. */
export async function command(args: readonly string[], variables: Variables = {}): Promise<Finished> {
  return startCommand(args, variables).finished;
}

/** Starts the compiled command in a folder, by default an empty one. */
export function startCommand(args: readonly string[], variables: Variables = {}, folder = emptyFolder()): Running {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...plainEnvironment(), ...variables } });
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const finished = closed.then(async (code) => {
    return { code, stdout: await stdout, stderr: await stderr, folder, results: readResults(folder) };
  });
  const written = async (pattern: RegExp) => {
    let text = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        text += String(chunk);
        if (pattern.test(text)) resolve();
      });
      child.once('close', () => resolve());
    });
  };
  return { folder, finished, written, kill: (signal) => child.kill(signal) };
}

/** The ids of the requirements with a verdict, of one level where it is named. */
export function idsWith({ results }: Finished, verdict: string, level?: string): string[] {
  const entries = results?.requirements ?? [];
  return entries
    .filter((entry) => entry.verdict === verdict && (level ?? entry.level) === entry.level)
    .map(({ id }) => id);
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'conformance-'));
}

function readResults(folder: string): Results | undefined {
  const file = join(folder, 'conformance-report', 'results.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : undefined;
}

async function gather(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** The environment without any variable of ours. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(TARGET_|CONFORMANCE_|VITEST|NODE_ENV|HTTPS_PROXY|NO_PROXY|FORCE_COLOR|GITHUB_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
