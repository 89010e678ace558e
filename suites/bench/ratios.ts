import { measureContractSpeed } from './contract-speed.ts';
import { measureFloor, ownTime } from './floor.ts';
import { measureLate } from './latency.ts';
import { measure } from './measured-command.ts';
import { median } from './median.ts';
import type { Row } from './row.ts';

const ROUNDS = 5;
const DELAYS_MS = [20, 100, 300];

/** What a run takes, what of that is its own, and how it bears late answers: all that may not get worse, and what it is made of. */
export async function measureRatios(): Promise<Row[]> {
  return [...(await wholeRuns()), ...(await lateRuns()), ...(await contract())];
}

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
