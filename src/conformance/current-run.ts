import { inject } from 'vitest';
import { loadCatalogue, type Requirement } from './catalogue.ts';
import type { RunSettings } from './run-settings.ts';
import { Run } from './run.ts';
import { SuiteError } from './suite-error.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: RunSettings;
  }
}

let opened: Promise<Run> | undefined;
let catalogue: ReadonlyMap<string, Requirement> | undefined;

/** The run of this worker, opened on first use with the settings that the command provided. */
export async function currentRun(): Promise<Run> {
  opened ??= Run.open(inject('settings'));
  return opened;
}

/** The catalogue's entry for an id. Throws SuiteError where it has none. */
export function requirementOf(id: string): Requirement {
  const { service, ownSuites } = inject('settings');
  catalogue ??= new Map(loadCatalogue(service, ownSuites).map((entry) => [entry.id, entry]));
  const found = catalogue.get(id);
  if (found === undefined) throw new SuiteError(`the catalogue has no requirement ${id}`);
  return found;
}
