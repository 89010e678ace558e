import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The project's own tests; the requirements are started by `src/cli`, which configures vitest itself.
export default defineConfig({
  test: {
    allowOnly: false,
    // Each of them starts a process of its own, and more would only wait for each other.
    maxConcurrency: 2,
    // They wait for those processes most of the time, so one worker would leave the second of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    expect: { requireAssertions: true },
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'fixtures/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'self', include: ['suites/self/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
