import type { Command } from 'commander';
import type { Selection } from '../selection.ts';
import type { Finish } from './finish.ts';
import { given, selecting } from './flags.ts';

interface RunFlags extends Selection {
  readonly strict?: boolean;
  readonly knownFailures?: string;
  readonly rerunFailed?: boolean;
  readonly ctrf?: boolean;
  readonly har?: boolean;
  readonly baseline?: string;
  readonly seed?: string;
  readonly profile?: string;
  readonly reportDir?: string;
}

/** Adds `run`, which is also what happens without any command. */
export function addRun(program: Command, finish: Finish): void {
  selecting(program.command('run', { isDefault: true }))
    .description('judge the target that the variables name, or the embedded one')
    .option('--rerun-failed', 'only what the last run left failed or untested, with its seed')
    .option('--strict', 'a broken SHOULD fails')
    .option('--known-failures <file>', 'failures to waive until a day; default known-failures.yaml, if there')
    .option('--baseline <file>', 'results.json to compare with; default the one in the report folder')
    .option('--seed <number>', 'seed of all generated data')
    .option('--profile <name>', 'what the target claims')
    .option('--report-dir <folder>', 'where the reports go')
    .option('--ctrf', 'also write ctrf.json, in the Common Test Report Format')
    .option('--har', 'also write exchanges.har: every exchange whole, without secrets')
    .action(async ({ strict = false, rerunFailed = false, ctrf = false, har = false, ...flags }: RunFlags) => {
      const { runCommand } = await import('../run-command.ts');
      const { knownFailures, baseline, seed, profile, reportDir, ...selection } = flags;
      const values = { CONFORMANCE_SEED: seed, CONFORMANCE_PROFILE: profile, CONFORMANCE_REPORT_DIR: reportDir };
      const wish = { selection, strict, rerunFailed, knownFailures, baseline, extras: { ctrf, har } };
      finish(await runCommand(given(values), wish));
    });
}
