import { Command } from 'commander';
import { addAfter } from './commands/after.ts';
import { addBefore } from './commands/before.ts';
import { addCertificates } from './commands/certificates.ts';
import type { Finish } from './commands/finish.ts';
import { addReading } from './commands/reading.ts';
import { addRun } from './commands/run.ts';
import { suiteIdentity } from './suite-identity.ts';

/** The command with all its subcommands, each of which is loaded when it is called; each gives its exit code to `finish`. */
export function commandLine(finish: Finish): Command {
  const { name, version } = suiteIdentity();
  const program = new Command(name)
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${text.trim()}; --help shows what there is\n`) })
    .hook('preSubcommand', (all, chosen) => {
      // What is no command would be taken for an argument of the one that needs no name.
      const [first = ''] = all.args;
      if (chosen.name() === 'run' && /^[a-z]/.test(first) && first !== 'run')
        all.error(`error: unknown command '${first}'`);
    });
  addRun(program, finish);
  addBefore(program, finish);
  addReading(program, finish);
  addAfter(program, finish);
  addCertificates(program, finish);
  return program;
}
