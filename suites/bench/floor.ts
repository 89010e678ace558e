import { Worker } from 'node:worker_threads';
import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import type { Floor, FloorOrder } from './floor-worker.ts';
import type { Measured } from './measured-command.ts';

/** What the exchanges of a run take bare: sent by undici alone to a target of the same kind, read, and forgotten. */
export async function measureFloor({ exchanges, results }: Measured): Promise<Floor> {
  const target = await startReferenceTarget();
  const recordedAt = results?.target.baseUrl ?? '';
  const order: FloorOrder = {
    // Letters are read elsewhere.
    lines: exchanges.filter(({ exchange }) => exchange?.request.url.startsWith(recordedAt)),
    recordedAt,
    baseUrl: target.baseUrl,
    tokens: target.environment,
  };
  const worker = new Worker(`${packageRoot}/dist/suites/bench/floor-worker.js`, { workerData: order });
  try {
    return await new Promise<Floor>((resolve, reject) => {
      worker.once('message', (floor: Floor) => resolve(floor));
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
    await target.close();
  }
}

/** Milliseconds from the first request of a run to its last answer. */
export function ownTime({ exchanges }: Measured): number {
  const starts = exchanges.flatMap(({ exchange }) => (exchange === undefined ? [] : [exchange.startedAt]));
  const ends = exchanges.map(({ answeredAt }) => answeredAt);
  return Math.max(...ends) - Math.min(...starts);
}
