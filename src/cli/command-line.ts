import { Command } from 'commander';
import { doctorCommand } from './doctor-command.ts';
import { judgeCommand } from './judge-command.ts';
import { planCommand } from './plan-command.ts';
import { runCommand } from './run-command.ts';
import type { Selection } from './selection.ts';
import { serveCommand, type ServeFlags } from './serve-command.ts';
import { suiteIdentity } from './suite-identity.ts';
import { sweepCommand } from './sweep-command.ts';
import type { Values } from './variables.ts';

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

const gather = (value: string, known: string[]) => [...known, ...value.split(',')];

/** The flags that were given, by the variables that they stand for. */
function given(flags: Readonly<Record<string, string | undefined>>): Values {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

/** Adds the flags that narrow what is judged. */
function selecting(command: Command): Command {
  return command
    .option('--only <ids>', 'requirements to judge, by id or pattern such as LST-*', gather, [])
    .option('--operation <names>', 'requirements of these operations, such as LIST,UPSERT', gather, [])
    .option('--level <levels>', 'requirements of these levels: MUST, SHOULD, MAY', gather, [])
    .option('--feature <names>', 'requirements that need one of these features, such as company', gather, []);
}

/** The command with all its subcommands; each gives its exit code to `finish`. */
export function commandLine(finish: (code: number) => void): Command {
  const { name, version } = suiteIdentity();
  const program = new Command(name).version(version).exitOverride().showHelpAfterError('(--help shows what there is)');
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
      const { knownFailures, baseline, seed, profile, reportDir, ...selection } = flags;
      const values = { CONFORMANCE_SEED: seed, CONFORMANCE_PROFILE: profile, CONFORMANCE_REPORT_DIR: reportDir };
      const wish = { selection, strict, rerunFailed, knownFailures, baseline, extras: { ctrf, har } };
      finish(await runCommand(given(values), wish));
    });
  program
    .command('judge <folder>')
    .description('decide the verdicts of a run again from its folder of evidence, without a network')
    .option('--report-dir <folder>', 'where the reports go; default judged, beside the evidence')
    .option('--ctrf', 'also write ctrf.json')
    .option('--har', 'also write exchanges.har')
    .action(async (folder: string, { reportDir, ctrf = false, har = false }: RunFlags) =>
      finish(await judgeCommand({ folder, reportDir, extras: { ctrf, har } })),
    );
  program
    .command('sweep [journals...]')
    .description('delete what a killed run left behind, as its journal lists it')
    .option('--report-dir <folder>', 'where the journals are, if none is named')
    .action(async (journals: string[], { reportDir }: RunFlags) =>
      finish(await sweepCommand(given({ CONFORMANCE_REPORT_DIR: reportDir }), journals)),
    );
  selecting(program.command('plan'))
    .description('tell what a run would judge and send, without sending anything')
    .option('--profile <name>', 'what the target claims')
    .action(async ({ profile, ...selection }: RunFlags) =>
      finish(await planCommand(given({ CONFORMANCE_PROFILE: profile }), selection)),
    );
  program
    .command('doctor')
    .description('find what keeps a first run from judging; reads only')
    .action(async () => finish(await doctorCommand({})));
  program
    .command('serve')
    .description('run the reference target alone and print the variables that point the suite at it')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
    .option('--customers <number>', 'customers of others that it holds', '0')
    .option('--smtp <url>', 'where it sends its mail, such as smtp://127.0.0.1:2525')
    .option('--deviation <names>', 'faults to have', gather, [])
    .option('--variant <names>', 'other ways of being right to have', gather, [])
    .action(async (flags: ServeFlags) => finish(await serveCommand(flags)));
  return program;
}
