import { inject } from 'vitest';
import type { RunSettings } from './run-settings.ts';
import { Run } from './run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: RunSettings;
  }
}

let opened: Promise<Run> | undefined;

/** The run of this worker, opened on first use with the settings that the command provided. */
export async function currentRun(): Promise<Run> {
  opened ??= Run.open(inject('settings'));
  return opened;
}
