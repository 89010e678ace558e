import type { Command } from 'commander';
import { ConfigurationError } from './configuration-error.ts';
import { EXIT_CODES } from './exit-code.ts';

/** What can follow the name of the command: its subcommands, and the flags of each. */
type Words = Readonly<Record<string, readonly string[]>>;

/** Prints the completion script of a shell; returns the exit code 0. Throws ConfigurationError for another shell. */
export function completionCommand(shell: string, program: Command): number {
  const write = SCRIPTS[shell];
  if (write === undefined)
    throw new ConfigurationError(`no completion for ${shell}; there is ${Object.keys(SCRIPTS).join(', ')}`);
  const words = Object.fromEntries(program.commands.map((command) => [command.name(), flagsOf(command)]));
  process.stdout.write(`${write(program.name(), words)}\n`);
  return EXIT_CODES.conformant;
}

function flagsOf({ options }: Command): string[] {
  return options.map(({ long }) => long ?? '').filter((flag) => flag !== '');
}

const SCRIPTS: Readonly<Record<string, (name: string, words: Words) => string>> = {
  bash: (name, words) => {
    const cases = Object.entries(words).map(([command, flags]) => `    ${command}) words='${flags.join(' ')}' ;;`);
    // Without a command it is a run.
    const first = [...Object.keys(words), ...(words['run'] ?? [])].join(' ');
    const head = `_${fit(name)}() {\n  local words='${first}'\n  case "\${COMP_WORDS[1]}" in`;
    const tail = `  esac\n  mapfile -t COMPREPLY < <(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}")\n}`;
    return [
      head,
      '    "${COMP_WORDS[COMP_CWORD]}") ;;',
      ...cases,
      tail,
      `complete -o default -F _${fit(name)} ${name}`,
    ].join('\n');
  },
  zsh: (name, words) => `autoload -U bashcompinit && bashcompinit\n${SCRIPTS['bash']?.(name, words) ?? ''}`,
  fish: (name, words) => {
    const commands = Object.keys(words).join(' ');
    const flags = Object.entries(words).flatMap(([command, own]) =>
      own.map((flag) => `complete -c ${name} -n '__fish_seen_subcommand_from ${command}' -l ${flag.slice(2)}`),
    );
    return [`complete -c ${name} -n __fish_use_subcommand -a '${commands}'`, ...flags].join('\n');
  },
};

/** A name that a shell takes for a function. */
function fit(name: string): string {
  return name.replaceAll('-', '_');
}
