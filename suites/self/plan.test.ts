import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { tokensFor } from './variables.ts';

const GUARD = join(import.meta.dirname, 'connection-guard.cjs');

describe('a plan', () => {
  test('of a deployment is made without a connection', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'guard-')), 'hosts');
    const guard = { NODE_OPTIONS: `--require ${GUARD}`, GUARD_FILE: file };
    const { code, stdout } = await command(['plan'], { ...tokensFor('https://staging.example.com'), ...guard });
    expect(code, stdout).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect(stdout).toMatch(/^writes +about 0$/m);
    expect(stdout).toContain('TARGET_ALLOW_WRITES does not allow them');
  });

  test('of the embedded target foretells what the run sends', async () => {
    const planned = await command(['plan']);
    const { results } = await command(['run']);
    const requests = Number(/^requests +about (\d+)/m.exec(planned.stdout)?.[1]);
    expect(planned.stdout).toContain('LST-03');
    expect(requests / (results?.requests ?? 0)).toBeGreaterThan(0.9);
    expect(requests / (results?.requests ?? 0)).toBeLessThan(1.1);
  });
});
