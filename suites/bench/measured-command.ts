import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvidence } from '../../src/conformance/read-evidence.ts';
import type { EvidenceLine } from '../../src/conformance/evidence-line.ts';
import type { Results } from '../../src/report/results.ts';
import { packageRoot } from '../../src/spec/package-root.ts';

/** What a command took: milliseconds by the clock and of processors, megabytes at most; and what a run left. */
export interface Measured {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly peakMb: number;
  readonly results: Results | undefined;
  readonly exchanges: readonly EvidenceLine[];
}

const US = 1_000;
const KB = 1_024;

/** Runs the compiled command in an empty folder with these variables and no others of ours. */
export async function measure(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const startedAt = performance.now();
    await runCommand(folder, args, variables);
    const wallMs = performance.now() - startedAt;
    return readMeasured(folder, wallMs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runCommand(cwd: string, args: readonly string[], variables: Readonly<Record<string, string>>) {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_OPTIONS: `--require ${join(packageRoot, 'suites/self/usage.cjs')}`,
    USAGE_FILE: join(cwd, 'usage.json'),
    ...variables,
  };
  const main = join(packageRoot, 'dist/src/cli/main.js');
  const child = spawn(process.execPath, [main, ...args], { cwd, env, stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
}

function readMeasured(folder: string, wallMs: number): Measured {
  const usage = JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8')) as NodeJS.ResourceUsage;
  const report = join(folder, 'conformance-report');
  const results = join(report, 'results.json');
  const isRun = existsSync(results);
  return {
    wallMs,
    processorMs: (usage.userCPUTime + usage.systemCPUTime) / US,
    peakMb: usage.maxRSS / KB,
    results: isRun ? (JSON.parse(readFileSync(results, 'utf8')) as Results) : undefined,
    exchanges: isRun ? readEvidence(join(report, 'evidence', 'exchanges.jsonl')) : [],
  };
}
