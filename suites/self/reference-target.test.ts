import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, idsWith } from './command.ts';
import { serveTarget, type ServedTarget } from './served-target.ts';

test('the embedded target is conformant in the full profile', async () => {
  const finished = await command(['run']);
  expect(finished.code, finished.stdout + finished.stderr).toBe(0);
  expect(finished.results).toMatchObject({ verdict: 'conformant', profile: 'full', target: { embedded: true } });
  expect(finished.results?.leftovers).toEqual([]);
  expect(idsWith(finished, 'warning')).toEqual([]);
});

describe.concurrent('a target in another process, known by variables alone', () => {
  let target: ServedTarget;

  beforeAll(async () => {
    target = await serveTarget();
  });

  afterAll(() => target.stop());

  test('is conformant', async () => {
    const finished = await command(['run'], target.variables);
    expect(finished.code, finished.stdout + finished.stderr).toBe(0);
    expect(finished.results).toMatchObject({ verdict: 'conformant', profile: 'company', target: { embedded: false } });
  });

  test('with only a client and its secret the core profile is claimed, and what is not is named', async () => {
    const { TARGET_BASE_URL = '', TARGET_TENANT = '', ...others } = target.variables;
    const { TARGET_CLIENT_ID = '', TARGET_CLIENT_SECRET = '' } = others;
    const variables = { TARGET_BASE_URL, TARGET_TENANT, TARGET_CLIENT_ID, TARGET_CLIENT_SECRET };
    const finished = await command(['run'], variables);
    expect(finished.code, finished.stdout + finished.stderr).toBe(0);
    expect(finished.results).toMatchObject({ verdict: 'conformant', profile: 'core' });
    expect(finished.results?.unclaimed).toMatchObject({ company: 'TARGET_TOKEN_READ_OWN is not set' });
    expect(finished.stdout).toContain('TARGET_TOKEN_READ_OWN is not set');
  });

  test('without a token that may write only reads are judged', async () => {
    const { TARGET_BASE_URL = '', TARGET_TENANT = '', TARGET_TOKEN_READ = '' } = target.variables;
    const finished = await command(['run'], { TARGET_BASE_URL, TARGET_TENANT, TARGET_TOKEN_READ });
    expect(finished.code, finished.stdout + finished.stderr).toBe(0);
    expect(finished.results).toMatchObject({ verdict: 'conformant', profile: 'read-only' });
    expect(finished.results?.requirements.find(({ id }) => id === 'LST-08')?.verdict).toBe('passed');
  });

  test('a profile that is claimed but cannot be tested leaves the run incomplete', async () => {
    const { TARGET_BASE_URL = '', TARGET_TENANT = '', TARGET_TOKEN_READ = '' } = target.variables;
    const variables = { TARGET_BASE_URL, TARGET_TENANT, TARGET_TOKEN_READ };
    const finished = await command(['run', '--profile', 'core'], variables);
    expect([finished.code, finished.results?.verdict], finished.stdout).toEqual([3, 'incomplete']);
    expect(finished.stdout).toContain('TARGET_TOKEN_MANAGE is not set');
  });

  test('a selected requirement is judged alone and never makes a target conformant', async () => {
    const finished = await command(['run', '--only', 'GET-03'], target.variables);
    expect(idsWith(finished, 'passed')).toEqual(['GET-03']);
    expect(finished).toMatchObject({ code: 3, results: { verdict: 'incomplete', partial: true } });
  });
});
