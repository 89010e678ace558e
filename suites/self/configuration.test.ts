import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { startNullServer, NULL_SERVERS } from './null-server.ts';

const TARGET = { TARGET_BASE_URL: 'http://127.0.0.1:9', TARGET_TENANT: 'acmeshop', TARGET_TOKEN_READ: 'token-of-read' };

describe.concurrent('a run that cannot start ends with exit code 2 and one line', () => {
  test.each([
    ['an unknown variable', { ...TARGET, TARGET_TOKEN_REED: 'x' }, 'TARGET_TOKEN_REED (environment)'],
    ['a malformed URL', { ...TARGET, TARGET_BASE_URL: 'not a url' }, 'TARGET_BASE_URL (environment)'],
    ['a tenant that breaks the rule', { ...TARGET, TARGET_TENANT: 'Acme-Shop' }, 'TARGET_TENANT (environment)'],
    ['no tenant', { TARGET_BASE_URL: TARGET.TARGET_BASE_URL }, 'TARGET_TENANT is not set'],
    ['a client without its secret', { ...TARGET, TARGET_CLIENT_ID: 'me' }, 'TARGET_CLIENT_SECRET'],
    ['a target that nobody named', { TARGET_TENANT: 'acmeshop' }, 'TARGET_BASE_URL is not'],
    ['an unreachable target', TARGET, 'does not answer'],
    ['an unreachable target without more', { TARGET_BASE_URL: 'http://127.0.0.1:9' }, 'TARGET_TENANT is not set'],
  ])('%s', async (_what, variables, told) => {
    const startedAt = Date.now();
    const { code, stderr } = await command(['run'], variables);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(told)]);
    expect(code).toBe(2);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });

  test.each([
    ['plan', { TARGET_TENANT: 'acmeshop' }],
    ['sweep', { TARGET_TENANT: 'acmeshop', TARGET_ALLOW_WRITES: 'true' }],
  ])('%s of a target that nobody named', async (name, variables) => {
    const { code, stderr } = await command([name], variables);
    expect([code, stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining('TARGET_BASE_URL is not')]]);
  });

  test('a pattern that fits no requirement', async () => {
    const { code, stderr } = await command(['run', '--only', 'NOPE-*']);
    expect([code, stderr.trim()]).toEqual([2, '--only NOPE-* fits no requirement of the catalogue']);
  });

  test('no token to read with', async () => {
    const server = await startNullServer(NULL_SERVERS['401'] ?? (() => {}));
    const variables = { TARGET_BASE_URL: server.baseUrl, TARGET_TENANT: 'acmeshop' };
    const { code, stderr } = await command(['run'], variables);
    await server.close();
    expect([code, stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining('TARGET_TOKEN_READ')]]);
  });
});
