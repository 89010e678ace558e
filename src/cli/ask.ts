import { createInterface } from 'node:readline/promises';
import { ConfigurationError } from './configuration-error.ts';

/** Asks whoever sits at the terminal. Throws ConfigurationError where nobody does. */
export async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new ConfigurationError(`nobody is there to ask for the ${question}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${question}: `)).trim();
  } finally {
    terminal.close();
  }
}
