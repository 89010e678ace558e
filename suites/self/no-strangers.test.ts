import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from './command.ts';

const GUARD = join(import.meta.dirname, 'connection-guard.cjs');

test('a run on the embedded target connects to nothing beyond loopback', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'guard-')), 'hosts');
  const { results } = await command(['run', '--only', 'CRE-0*'], {
    NODE_OPTIONS: `--require ${GUARD}`,
    GUARD_FILE: file,
  });
  const hosts = readFileSync(file, 'utf8').trim().split('\n');
  expect(results?.requests).toBeGreaterThan(0);
  expect(hosts.length).toBeGreaterThan(0);
  expect([...new Set(hosts)]).toEqual(['127.0.0.1']);
});
