import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAIN, plainEnvironment, startCommand } from './command.ts';
import { serveTarget, type ServedTarget } from './served-target.ts';

const SELECTION = ['run', '--only', 'LST-03,LST-08,LST-12,GET-01'];

// Lists lag, so that something is waited for.
describe('what a run shows', () => {
  let target: ServedTarget;

  beforeAll(async () => {
    target = await serveTarget('--variant', 'lagging-lists', '--deviation', 'page-default-59');
  });

  afterAll(async () => target.stop());

  test('on a terminal: bars by operation, counts, and what is waited for until when', async () => {
    const shown = await onTerminal(target.variables);
    expect(shown).toMatch(/LIST {5}[█░]{30} 0\/3/);
    expect(shown).toMatch(/LIST {5}█{30} 3\/3/);
    expect(shown).toMatch(/waiting until \d\d:\d\d:\d\d at most: .+ \([A-Z]+-\d+\)/);
    expect(shown).toMatch(/3 passed, 1 broken, 0 untestable, 0 error, \d+ s/);
    expect(shown).toContain('broken: LST-03');
  });

  test('in a log: plain lines and nothing of the runner', async () => {
    const { stdout, stderr } = await startCommand(SELECTION, target.variables).finished;
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
    expect(stdout).toMatch(/^judging .*\n4\/4 requirements examined\n\noperation /);
    expect(stderr).toBe('');
  });
});

/** What the command writes to a real terminal, without what moves the cursor or paints. */
async function onTerminal(variables: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const line = `stty rows 40 cols 120; "${process.execPath}" "${MAIN}" ${SELECTION.join(' ')}`;
  const env = { ...plainEnvironment(), ...variables, TERM: 'xterm' };
  // The run fails, and so does what runs it.
  const shown = await promisify(execFile)('script', ['-qec', line, '/dev/null'], { cwd: folder, env }).catch(
    (fault: { stdout: string }) => fault,
  );
  return stripVTControlCharacters(shown.stdout);
}
