import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { serveTarget, type ServedTarget } from './served-target.ts';

describe('the doctor', () => {
  let target: ServedTarget;

  beforeAll(async () => {
    target = await serveTarget('--customers', '80');
  });

  afterAll(async () => target.stop());

  test('finds nothing in the way where all is well', async () => {
    const { code, stdout } = await command(['doctor'], target.variables);
    expect(code, stdout).toBe(0);
    expect(stdout).not.toMatch(/^(problem|note)/m);
    expect(stdout).toContain('more than 60');
  });

  const stumbles: Record<string, readonly [change: Record<string, string>, told: RegExp]> = {
    'a name that nobody knows': [{ TARGET_BASE_URL: 'http://no.such.host.invalid' }, /host of TARGET_BASE_URL/],
    'a port where nobody listens': [{ TARGET_BASE_URL: 'http://127.0.0.1:1' }, /ECONNREFUSED[^]*host and port/],
    'a token that has expired': [{ TARGET_TOKEN_READ_OWN: 'old' }, /readOwn .*401[^]*renew TARGET_TOKEN_READ_OWN/],
    'a token of too little': [{ TARGET_TOKEN_READ: 'unrelated' }, /read .*(401|403)[^]*remedy/],
    'a client that is not known': [
      { TARGET_CLIENT_SECRET: 'wrong', TARGET_TOKEN_READ: '' },
      /read .*token endpoint answered 401[^]*remedy/,
    ],
    'a mailbox that is not there': [
      { TARGET_MAIL_SINK: 'mailpit+http://127.0.0.1:1' },
      /mail .*cannot be read[^]*check TARGET_MAIL_SINK/,
    ],
    'a tenant that breaks the rule': [{ TARGET_TENANT: 'Acme!' }, /TARGET_TENANT .*lower-case/],
  };
  for (const [name, [change, told]] of Object.entries(stumbles)) {
    test(`tells the remedy for ${name}`, async () => {
      const { code, stdout, stderr } = await command(['doctor'], { ...target.variables, ...change });
      expect(code, stdout + stderr).toBe(2);
      expect(stdout + stderr).toMatch(told);
    });
  }

  test('tells of a prefix that is missing', async () => {
    const variables = { ...target.variables, TARGET_BASE_URL: `${target.variables['TARGET_BASE_URL']}/shop` };
    const { code, stdout } = await command(['doctor'], variables);
    expect(code, stdout).toBe(2);
    expect(stdout).toContain('check the path in TARGET_BASE_URL');
  });
});
