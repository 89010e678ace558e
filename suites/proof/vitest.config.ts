import { defineConfig } from 'vitest/config';
import { ProofReporter } from './proof-reporter.ts';

const LONGEST_TRIAL_MS = 200_000;

// The proof that every check can fail: `npm run prove`, whole or in shards.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['suites/proof/*.test.ts'],
    // A worker that stays warm tries subjects in a small part of the time.
    isolate: false,
    pool: 'threads',
    // Two for each core: more would slow every trial down, until letters come later than they may.
    maxWorkers: 4,
    maxConcurrency: 32,
    testTimeout: LONGEST_TRIAL_MS,
    reporters: ['default', new ProofReporter()],
  },
});
