import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { measureContractSpeed } from './contract-speed.ts';
import { measureFloor, ownTime } from './floor.ts';
import { measureLate } from './latency.ts';
import { measure } from './measured-command.ts';
import { median } from './median.ts';

/** One line of the table; a ratio may not get worse, everything else is told only. */
interface Row {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The ratio that is held against the baseline, and whether more of it is better. */
  readonly ratio?: 'less is better' | 'more is better';
}

const ROUNDS = 5;
const WORSE = 1.2;
const DELAYS_MS = [20, 100, 300];
const TENANTS = [100, 1_000, 10_000];
const BASELINE = join(packageRoot, 'suites/bench/baseline.json');

const rows = [
  ...(await wholeRuns()),
  ...(await lateRuns()),
  ...(await tenants()),
  ...(await contract()),
  ...(await coldStarts()),
];
for (const { what, figure, unit } of rows) process.stdout.write(`| ${what} | ${shown(figure)} ${unit} |\n`);
writeFileSync('bench-results.json', `${JSON.stringify(rows, null, 2)}\n`);
if (process.argv.includes('--baseline')) writeFileSync(BASELINE, `${JSON.stringify(ratiosOf(rows), null, 2)}\n`);
if (process.argv.includes('--check')) process.exitCode = check(rows);

async function wholeRuns(): Promise<Row[]> {
  const runs = [];
  const ratios = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = await measure(['run']);
    runs.push(run);
    ratios.push(ownTime(run) / (await measureFloor(run)));
  }
  return [
    { what: 'npm test, embedded target', figure: median(runs.map(({ wallMs }) => wallMs)), unit: 'ms' },
    { what: 'its processor time', figure: median(runs.map(({ processorMs }) => processorMs)), unit: 'ms' },
    { what: 'its peak memory', figure: median(runs.map(({ peakMb }) => peakMb)), unit: 'MB' },
    { what: 'its requests', figure: median(runs.map(({ results }) => results?.requests ?? 0)), unit: '' },
    { what: 'own time over bare undici', figure: median(ratios), unit: 'x', ratio: 'less is better' },
  ];
}

async function lateRuns(): Promise<Row[]> {
  const late = [];
  for (const delayMs of DELAYS_MS) late.push(await measureLate(delayMs));
  return late.flatMap(({ delayMs, ms, chain, ratio }): Row[] => [
    { what: `with ${delayMs} ms on every answer, a chain of ${chain} requests`, figure: ms, unit: 'ms' },
    { what: `over that chain, ${delayMs} ms`, figure: ratio, unit: 'x', ratio: 'less is better' },
  ]);
}

async function tenants(): Promise<Row[]> {
  const sizes = [];
  for (const customers of TENANTS) {
    const target = await startReferenceTarget({ customers });
    sizes.push({ customers, run: await measure(['run'], target.environment) });
    await target.close();
  }
  return sizes.flatMap(({ customers, run }): Row[] => [
    { what: `tenant of ${customers}: time`, figure: run.wallMs, unit: 'ms' },
    { what: `tenant of ${customers}: requests`, figure: run.results?.requests ?? 0, unit: '' },
    { what: `tenant of ${customers}: memory`, figure: run.peakMb, unit: 'MB' },
  ]);
}

async function contract(): Promise<Row[]> {
  const { ours, others, startMs } = await measureContractSpeed();
  const fastest = Math.max(...Object.values(others));
  return [
    { what: 'checks of a list of 60 customers', figure: ours, unit: 'a second' },
    ...Object.entries(others).map(([name, figure]): Row => ({ what: `the same by ${name}`, figure, unit: 'a second' })),
    { what: 'ours over the faster of them', figure: ours / fastest, unit: 'x', ratio: 'more is better' },
    { what: 'start of the contract', figure: startMs, unit: 'ms' },
  ];
}

async function coldStarts(): Promise<Row[]> {
  const starts = { '--version': [] as number[], list: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [command, times] of Object.entries(starts)) times.push((await measure([command])).wallMs);
  }
  return Object.entries(starts).map(([command, times]) => ({
    what: `cold start of ${command}`,
    figure: median(times),
    unit: 'ms',
  }));
}

function ratiosOf(all: readonly Row[]): Record<string, number> {
  return Object.fromEntries(all.filter(({ ratio }) => ratio !== undefined).map(({ what, figure }) => [what, figure]));
}

/** Tells every ratio that is more than a fifth worse than the baseline; returns the exit code. */
function check(all: readonly Row[]): number {
  const baseline = JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>;
  const worse = all.filter(({ what, figure, ratio }) => {
    const before = baseline[what];
    if (ratio === undefined || before === undefined) return false;
    return ratio === 'less is better' ? figure > before * WORSE : figure < before / WORSE;
  });
  for (const { what, figure } of worse)
    process.stderr.write(`${what}: ${shown(figure)}, was ${shown(baseline[what] ?? 0)}\n`);
  return worse.length === 0 ? 0 : 1;
}

function shown(figure: number): string {
  return figure < 10 ? figure.toFixed(2) : String(Math.round(figure));
}
