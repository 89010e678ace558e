import { startReferenceTarget } from '../../fixtures/reference-target/server.ts';
import { loadChecks } from '../customer-tenant/load-checks.ts';
import { longestChain } from './chain.ts';
import { delay } from './delayed.ts';
import { ownTime } from './floor.ts';
import { measure } from './measured-command.ts';

/** A run on a target every answer of which comes late: milliseconds, requests in the longest chain, one over the other. */
export interface LateRun {
  readonly delayMs: number;
  readonly ms: number;
  readonly chain: number;
  readonly ratio: number;
}

const { quiet, observed } = await loadChecks();
const PHASES = [quiet.map(({ id }) => id), observed.map(({ id }) => id), ['clean-up']];

/** Measures a run with so many milliseconds added to every answer. */
export async function measureLate(delayMs: number): Promise<LateRun> {
  const target = await startReferenceTarget();
  const late = await delay(target.baseUrl, delayMs);
  try {
    const measured = await measure(['run'], { ...target.environment, TARGET_BASE_URL: late.baseUrl });
    const chain = longestChain(measured.exchanges, PHASES);
    const ms = ownTime(measured);
    return { delayMs, ms, chain, ratio: ms / (chain * delayMs) };
  } finally {
    await late.close();
    await target.close();
  }
}
