import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { measure } from './measured-command.ts';
import { median } from './median.ts';
import type { Row } from './row.ts';

const ROUNDS = 5;
const TENANTS = [100, 1_000, 100_000];

/** What is told only: how a run grows with the tenant, and how long a command takes to start. */
export async function measureFigures(): Promise<Row[]> {
  return [...(await tenants()), ...(await coldStarts())];
}

async function tenants(): Promise<Row[]> {
  const sizes = [];
  for (const customers of TENANTS) {
    const target = await startReferenceTarget({ customers });
    sizes.push({ customers, run: await measure(['run'], target.environment) });
    await target.close();
  }
  return sizes.flatMap(({ customers, run }): Row[] => [
    { what: `tenant of ${customers}: processor time of the suite`, figure: run.processorMs, unit: 'ms' },
    { what: `tenant of ${customers}: requests`, figure: run.results?.requests ?? 0, unit: '' },
    { what: `tenant of ${customers}: memory`, figure: run.peakMb, unit: 'MB' },
  ]);
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
