import { Option, type Command } from 'commander';
import type { Selection } from '../selection.ts';
import type { Finish } from './finish.ts';
import { selecting } from './flags.ts';

/** Adds what only tells: `list`, `explain` and `completion`. */
export function addReading(program: Command, finish: Finish): void {
  selecting(program.command('list'))
    .description('list the requirements')
    .option('--revision <name>', 'revision of the contract', '2025')
    .addOption(new Option('--json', 'as JSON').conflicts('markdown'))
    .option('--markdown', 'as a Markdown table')
    .action(async ({ json = false, markdown = false, revision, ...selection }: ListFlags) => {
      const { listCommand } = await import('../list-command.ts');
      finish(listCommand(selection, revision, json ? 'json' : markdown ? 'markdown' : 'table'));
    });
  program
    .command('explain <id>')
    .description('tell a requirement: its statement and source, how it is checked, and what breaks it')
    .option('--json', 'as JSON')
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { explainCommand } = await import('../explain-command.ts');
      finish(explainCommand(id, json));
    });
  program
    .command('completion <shell>')
    .description('print the completion script of a shell: bash, zsh or fish')
    .action(async (shell: string) => {
      const { completionCommand } = await import('../completion-command.ts');
      finish(completionCommand(shell, program));
    });
}

interface ListFlags extends Selection {
  readonly revision: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
}
