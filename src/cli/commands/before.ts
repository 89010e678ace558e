import type { Command } from 'commander';
import type { Selection } from '../selection.ts';
import type { Finish } from './finish.ts';
import { gather, given, selecting } from './flags.ts';
import { smtpUrl, wholeNumber } from './values.ts';

const HIGHEST_PORT = 65_535;
const MOST_CUSTOMERS = 1_000_000;

/** Adds what comes before a first run: `init`, `doctor`, `plan` and `serve`. */
export function addBefore(program: Command, finish: Finish): void {
  addInit(program, finish);
  program
    .command('doctor')
    .description('find what keeps a first run from judging; reads only')
    .option('--json', 'tell it as JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { doctorCommand } = await import('../doctor-command.ts');
      finish(await doctorCommand({}, json));
    });
  selecting(program.command('plan'))
    .description('tell what a run would judge and send, without sending anything')
    .option('--profile <name>', 'what the target claims')
    .option('--json', 'tell it as JSON')
    .action(async ({ profile, json = false, ...selection }: Selection & { profile?: string; json?: boolean }) => {
      const { planCommand } = await import('../plan-command.ts');
      finish(await planCommand(given({ CONFORMANCE_PROFILE: profile }), selection, json));
    });
  addServe(program, finish);
}

function addInit(program: Command, finish: Finish): void {
  program
    .command('init')
    .description('write the configuration for a deployment, and jobs for CI; asks for what no flag tells')
    .option('--base-url <url>', 'root of the deployment')
    .option('--tenant <name>', 'tenant to work in')
    .option('--writes <yes|no>', 'whether customers may be created, changed and deleted')
    .option('--ci <names>', 'github, gitlab or none', gather, [])
    .option('--force', 'replace files that are there')
    .action(async ({ baseUrl, tenant, writes, ci, force = false }: InitFlags) => {
      const { initCommand } = await import('../init-command.ts');
      finish(await initCommand({ baseUrl, tenant, writes, ci, force }));
    });
}

interface InitFlags {
  readonly baseUrl?: string;
  readonly tenant?: string;
  readonly writes?: string;
  readonly ci: string[];
  readonly force?: boolean;
}

function addServe(program: Command, finish: Finish): void {
  program
    .command('serve')
    .description('run the reference target alone and print the variables that point the suite at it')
    .option('--port <number>', 'port to listen on; 0 takes a free one', wholeNumber(0, HIGHEST_PORT), 0)
    .option('--customers <number>', 'customers of others that it holds', wholeNumber(0, MOST_CUSTOMERS), 0)
    .option('--smtp <url>', 'where it sends its mail, such as smtp://127.0.0.1:2525', smtpUrl)
    .option('--deviation <names>', 'faults to have', gather, [])
    .option('--variant <names>', 'other ways of being right to have', gather, [])
    .action(async (flags: ServeFlags) => {
      const { serveCommand } = await import('../serve-command.ts');
      finish(await serveCommand(flags));
    });
}

interface ServeFlags {
  readonly port: number;
  readonly customers: number;
  readonly smtp?: URL;
  readonly deviation: string[];
  readonly variant: string[];
}
