import { existsSync } from 'node:fs';
import { cleanUp } from '../conformance/clean-up.ts';
import { describeEntry, isTraceable, Journal } from '../conformance/journal.ts';
import { Run } from '../conformance/run.ts';
import type { RunSettings } from '../conformance/run-settings.ts';
import { toConfiguration, type Configuration } from './configuration.ts';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';
import { openJournals, type OpenedJournal } from './open-journals.ts';
import { openPreflightClient } from './preflight.ts';
import { readValues } from './read-values.ts';
import { resolveSettings } from './settings.ts';
import type { Values } from './variables.ts';

/**
 * Deletes what unfinished journals list, of the report folder where none is named, and nothing else; returns the exit
 * code: 0 where nothing is left, 3 where something may be. Throws ConfigurationError.
 */
export async function sweepCommand(flags: Values, named: readonly string[]): Promise<number> {
  const values = readValues(process.cwd(), process.env, flags);
  if (values.TARGET_BASE_URL === undefined)
    throw new ConfigurationError(
      'TARGET_BASE_URL is not set; set it to where the journals say that customers are left',
    );
  const configuration = toConfiguration(values, 0);
  const { CONFORMANCE_REPORT_DIR: folder } = values;
  if (folder !== undefined && !existsSync(folder)) throw new ConfigurationError(`there is no report folder ${folder}`);
  const journals = openJournals(configuration, named);
  if (!configuration.mayWrite) throw new ConfigurationError('TARGET_ALLOW_WRITES is not true; sweeping deletes');
  let code: number = EXIT_CODES.conformant;
  for (const journal of journals) {
    // One after the other: journals of one target would compete for it.
    // oxlint-disable-next-line no-await-in-loop
    if ((await sweep(configuration, journal)) > 0) code = EXIT_CODES.incomplete;
  }
  if (journals.length === 0)
    process.stdout.write(`no unfinished journal of this target in ${configuration.reportDir}\n`);
  return code;
}

/** How many customers that can be found again may still exist afterwards. */
async function sweep(configuration: Configuration, opened: OpenedJournal): Promise<number> {
  const { file, head, entries } = opened;
  const settings = await settingsOf(configuration);
  const journal = new Journal(file, head, entries);
  const before = journal.open.length;
  const run = await Run.open(settings, journal);
  const left = await cleanUp(run);
  await run.close();
  process.stdout.write(`${file}: ${before} to look after, ${before - left.length} deleted or never created\n`);
  for (const entry of left) process.stdout.write(`may still exist: ${describeEntry(entry)}\n`);
  return left.filter((entry) => isTraceable(entry)).length;
}

async function settingsOf(configuration: Configuration): Promise<RunSettings> {
  const client = openPreflightClient(configuration);
  try {
    return (await resolveSettings(client, configuration, undefined)).settings;
  } finally {
    await client.close();
  }
}
