import { measureContractSpeed } from './contract-speed.ts';
import { measureFloor, ownTime } from './floor.ts';
import { measureLate } from './latency.ts';
import { measure } from './measured-command.ts';
import { median } from './median.ts';
import { ratioOf, type Row } from './row.ts';

const ROUNDS = 5;
// With a shorter one a run waits for the processor rather than for answers, and the ratio tells of the machine.
const TELLING_MS = 300;

/** What may not get worse, and what it is made of: what a run takes of its own, how it bears late answers, the contract. */
export async function measureRatios(): Promise<Row[]> {
  return [...(await wholeRuns()), ...(await lateRuns(TELLING_MS)), ...(await contract())];
}

/** How a run bears answers that come so many milliseconds late. */
export async function lateRuns(...delays: readonly number[]): Promise<Row[]> {
  const late = [];
  for (const delayMs of delays) late.push(await measureLate(delayMs));
  return late.flatMap(({ delayMs, ms, chain, ratio }): Row[] => {
    const what = `over that chain, ${delayMs} ms`;
    return [
      { what: `with ${delayMs} ms on every answer, a chain of ${chain} requests`, figure: ms, unit: 'ms' },
      delayMs === TELLING_MS ? ratioOf(what, [ratio], 'less is better') : { what, figure: ratio, unit: 'x' },
    ];
  });
}

async function wholeRuns(): Promise<Row[]> {
  const runs = [];
  const [byClock, byProcessor] = [[] as number[], [] as number[]];
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = await measure(['run']);
    const floor = await measureFloor(run);
    runs.push(run);
    byClock.push(ownTime(run) / floor.ms);
    byProcessor.push(run.processorMs / floor.processorMs);
  }
  return [
    { what: 'npm test, embedded target', figure: median(runs.map(({ wallMs }) => wallMs)), unit: 'ms' },
    { what: 'its processor time', figure: median(runs.map(({ processorMs }) => processorMs)), unit: 'ms' },
    { what: 'its peak memory', figure: median(runs.map(({ peakMb }) => peakMb)), unit: 'MB' },
    { what: 'its requests', figure: median(runs.map(({ results }) => results?.requests ?? 0)), unit: '' },
    // A run waits on purpose, whatever the processor, so this ratio grows as the machine gets faster.
    { what: 'own time over bare undici', figure: median(byClock), unit: 'x' },
    ratioOf('processor time over bare undici', byProcessor, 'less is better'),
  ];
}

async function contract(): Promise<Row[]> {
  const { ours, others, ratios, startMs } = await measureContractSpeed();
  return [
    { what: 'checks of a list of 60 customers', figure: ours, unit: 'a second' },
    ...Object.entries(others).map(([name, figure]): Row => ({ what: `the same by ${name}`, figure, unit: 'a second' })),
    ratioOf('ours over the faster of them', ratios, 'more is better'),
    { what: 'start of the contract', figure: startMs, unit: 'ms' },
  ];
}
