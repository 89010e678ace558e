import { InvalidArgumentError, type Command } from 'commander';
import type { Values } from '../variables.ts';

/** Adds up the values of a flag that may be given several times, or hold several values. */
export function gather(value: string, known: string[]): string[] {
  const values = value.split(',').map((each) => each.trim());
  const named = values.filter((each) => each !== '');
  // A variable that is not set must not select everything.
  if (named.length === 0) throw new InvalidArgumentError('It names nothing.');
  return [...known, ...named];
}

/** The flags that were given, by the variables that they stand for. */
export function given(flags: Readonly<Record<string, string | undefined>>): Values {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

/** Adds the flags that narrow what is judged. */
export function selecting(command: Command): Command {
  return command
    .option('--only <ids>', 'requirements by id or pattern such as LST-*', gather, [])
    .option('--operation <names>', 'requirements of these operations, such as LIST,UPSERT', gather, [])
    .option('--level <levels>', 'requirements of these levels: MUST, SHOULD, MAY', gather, [])
    .option('--feature <names>', 'requirements that need one of these features, such as company', gather, []);
}
