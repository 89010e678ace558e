#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { SpecError } from '../spec/spec-error.ts';
import { ConfigurationError } from './configuration-error.ts';
import { doctorCommand } from './doctor-command.ts';
import { EXIT_CODES } from './exit-code.ts';
import { planCommand } from './plan-command.ts';
import { runCommand } from './run-command.ts';
import { serveCommand, type ServeFlags } from './serve-command.ts';
import { sweepCommand } from './sweep-command.ts';
import type { Values } from './variables.ts';
import { suiteIdentity } from './suite-identity.ts';

interface RunFlags {
  readonly only: string[];
  readonly seed?: string;
  readonly profile?: string;
  readonly reportDir?: string;
}

const gather = (value: string, known: string[]) => [...known, ...value.split(',')];

/** The flags that were given, by the variables that they stand for. */
function given(flags: Readonly<Record<string, string | undefined>>): Values {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

function commandLine(finish: (code: number) => void): Command {
  const { name, version } = suiteIdentity();
  const program = new Command(name).version(version).exitOverride().showHelpAfterError('(--help shows what there is)');
  program
    .command('run', { isDefault: true })
    .description('judge the target that the variables name, or the embedded one')
    .option('--only <ids>', 'requirements to judge, by id or pattern such as LST-*', gather, [])
    .option('--seed <number>', 'seed of all generated data')
    .option('--profile <name>', 'what the target claims')
    .option('--report-dir <folder>', 'where the reports go')
    .action(async ({ only, seed, profile, reportDir }: RunFlags) => {
      const flags = { CONFORMANCE_SEED: seed, CONFORMANCE_PROFILE: profile, CONFORMANCE_REPORT_DIR: reportDir };
      finish(await runCommand(given(flags), only));
    });
  program
    .command('sweep [journals...]')
    .description('delete what a killed run left behind, as its journal lists it')
    .option('--report-dir <folder>', 'where the journals are, if none is named')
    .action(async (journals: string[], { reportDir }: RunFlags) =>
      finish(await sweepCommand(given({ CONFORMANCE_REPORT_DIR: reportDir }), journals)),
    );
  program
    .command('plan')
    .description('tell what a run would judge and send, without sending anything')
    .option('--only <ids>', 'requirements to judge, by id or pattern such as LST-*', gather, [])
    .option('--profile <name>', 'what the target claims')
    .action(async ({ only, profile }: RunFlags) =>
      finish(await planCommand(given({ CONFORMANCE_PROFILE: profile }), only)),
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

/** One line for whatever stopped the command. */
function describeFault(fault: unknown): string {
  if (fault instanceof ConfigurationError || fault instanceof SpecError) return fault.message;
  if (fault instanceof Error) return `the suite failed: ${fault.message}`;
  return String(fault);
}

async function main(): Promise<number> {
  let code = EXIT_CODES.error;
  try {
    await commandLine((result) => {
      code = result;
    }).parseAsync();
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : EXIT_CODES.error;
    process.stderr.write(`${describeFault(fault)}\n`);
    return EXIT_CODES.error;
  }
}

// vitest sets an exit code of its own, so ours is given explicitly, once all is written.
const code = await main();
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit(code);
