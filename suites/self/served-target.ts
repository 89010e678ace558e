import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js');

/** The reference target in a process of its own, and the variables that it printed. */
export interface ServedTarget {
  readonly variables: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts `serve` with these flags and reads its variables as a shell would. */
export async function serveTarget(...flags: readonly string[]): Promise<ServedTarget> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const variables: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) variables[name] = value;
    // The last one printed; the process goes on.
    if (name === 'TARGET_TOKEN_EXPIRED') break;
  }
  const stop = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return { variables, stop };
}
