import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCustomers } from './all-customers.ts';
import { startCommand } from './command.ts';
import { serveTarget, type ServedTarget } from './served-target.ts';

const FOREIGN = 1_000;
// 50 of them were tried; a few are enough to notice a change.
const MOMENTS = Number(process.env['STOPPED_RUNS'] ?? 4);
const LONGEST_MS = 4_000;

describe('a run on a target with a thousand customers of others', () => {
  let target: ServedTarget;
  let foreign: readonly string[];

  beforeAll(async () => {
    const served = await serveTarget('--customers', String(FOREIGN));
    target = { ...served, variables: { ...served.variables, CONFORMANCE_CONVERGENCE_MS: '1000' } };
    foreign = await allCustomers(target.variables);
  });

  afterAll(async () => target.stop());

  test('leaves none of its own and changes none of theirs when it ends', async () => {
    const run = startCommand(['run'], target.variables);
    expect(await run.finished).toMatchObject({ code: 0, results: { leftovers: [] } });
    expect(journalsIn(run.folder)).toEqual([]);
    expect(await changesTo(target, foreign)).toEqual([]);
  });

  test('ends when its time is over, and deletes what it created', async () => {
    const run = startCommand(['run'], { ...target.variables, CONFORMANCE_TIME_LIMIT_MS: '1200' });
    const { code, stdout, stderr } = await run.finished;
    // A slow machine gets so far as to judge nothing.
    expect([2, 3], stdout + stderr).toContain(code);
    expect(stdout).toContain('the run took longer than CONFORMANCE_TIME_LIMIT_MS, 1200 ms');
    expect(await changesTo(target, foreign)).toEqual([]);
  });

  test('does not see another run in the same tenant', async () => {
    const runs = [startCommand(['run'], target.variables), startCommand(['run'], target.variables)];
    for (const { code, stdout, stderr } of await Promise.all(runs.map(({ finished }) => finished))) {
      expect(code, stdout + stderr).toBe(0);
    }
    expect(await changesTo(target, foreign)).toEqual([]);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`deletes what it created after ${signal}, and says that it is incomplete`, async () => {
      const run = startCommand(['run'], target.variables);
      await run.written(/\d+\/\d+ requirements examined/);
      run.kill(signal);
      const { code, stdout, stderr } = await run.finished;
      expect(code, stdout + stderr).toBe(3);
      expect(stdout).toContain('the run was interrupted');
      expect(await changesTo(target, foreign)).toEqual([]);
    });
  }

  test('killed at any moment leaves what the sweep deletes, and nothing else', async () => {
    for (let moment = 1; moment <= MOMENTS; moment += 1) {
      const run = startCommand(['run'], target.variables);
      const timer = setTimeout(() => run.kill('SIGKILL'), (LONGEST_MS * moment) / MOMENTS);
      // One target: its customers are counted after each run.
      // oxlint-disable-next-line no-await-in-loop
      await run.finished;
      clearTimeout(timer);
      // oxlint-disable-next-line no-await-in-loop
      const sweep = await startCommand(['sweep'], target.variables, run.folder).finished;
      expect(sweep.code, sweep.stdout + sweep.stderr).toBe(0);
      expect(journalsIn(run.folder)).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      expect(await changesTo(target, foreign)).toEqual([]);
    }
  });
});

/** The customers that were added, removed or altered. */
async function changesTo({ variables }: ServedTarget, before: readonly string[]): Promise<string[]> {
  const after = await allCustomers(variables);
  const [then, now] = [new Set(before), new Set(after)];
  const changed = [...after.filter((each) => !then.has(each)), ...before.filter((each) => !now.has(each))];
  return changed.map((customer) => (JSON.parse(customer) as { readonly id: string }).id);
}

function journalsIn(folder: string): string[] {
  const reports = join(folder, 'conformance-report');
  return existsSync(reports) ? readdirSync(reports).filter((name) => name.startsWith('journal-')) : [];
}
