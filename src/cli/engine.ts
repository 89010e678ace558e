import { setFlagsFromString } from 'node:v8';
import { startVitest } from 'vitest/node';
import { AFTERWARDS_MS, type RunSettings } from '../conformance/run-settings.ts';
import { VerdictReporter, type Progress } from '../report/verdict-reporter.ts';
import { packageRoot } from '../spec/package-root.ts';
import { StopReplay } from './stop-replay.ts';
import { Stop } from './stop.ts';

const AT_ONCE = 32;

// Large answers are garbage soon, of which V8 would otherwise gather some 100 MB before it clears them away.
const CLEAR_EARLY = '--heap-growing-percent=20';

// The compiled files need no transformation, which would take longer than many a run.
const COMPILED = /\/dist\/(src|fixtures|suites)\/(?!.*\.test\.js$)/;
// What loads them also loads suites of somebody's own, which may.
const LOADER = /\/dist\/suites\/[^/]+\/[^/]+\.test\.js$/;

/** Runs every requirement of the service with vitest, all in one worker; returns what the reporter gathered. */
export async function examineAll(settings: RunSettings, progress: Progress): Promise<VerdictReporter> {
  setFlagsFromString(CLEAR_EARLY);
  const reporter = new VerdictReporter(progress);
  const vitest = await startVitest('test', [], {
    config: false,
    root: packageRoot,
    include: [`dist/suites/${settings.service}/*.test.js`],
    exclude: [],
    watch: false,
    cache: false,
    reporters: [reporter, settings.evidence?.isReplayed ? new StopReplay() : new Stop(settings)],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    maxConcurrency: AT_ONCE,
    testTimeout: settings.timeLimitMs + AFTERWARDS_MS,
    hookTimeout: settings.timeLimitMs + AFTERWARDS_MS,
    server: { deps: { external: [COMPILED], inline: [LOADER] } },
    provide: { settings },
  });
  await vitest.close();
  return reporter;
}
