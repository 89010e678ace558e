import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Client } from '../http/client.ts';
import { openConnections } from '../http/connection.ts';
import { resolvePrincipals, type Credentials } from './resolve-principals.ts';
import type { PrincipalName } from './principal.ts';

type Grant = (scope: string) => readonly [number, unknown];

const asAsked: Grant = (scope) => [200, { access_token: `token for ${scope}`, scope: `${scope} tenant=acmeshop` }];

/** Resolves with a token endpoint that grants like this. */
async function resolve(grant: Grant, tokens: Credentials['tokens'] = {}) {
  const server = createServer((request, response) => {
    let form = '';
    request.on('data', (chunk: Buffer) => (form += chunk.toString()));
    request.on('end', () => {
      const [status, body] = grant(new URLSearchParams(form).get('scope') ?? request.url ?? '');
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new Client(openConnections({}), { timeoutMs: 1_000, patienceMs: 1_000 });
  onTestFinished(async () => {
    await client.close();
    server.close();
  });
  const known = { clientId: 'me', clientSecret: 'secret', tokenUrl: `${base}/oauth/token` };
  const principals = await resolvePrincipals(
    client,
    { tokens, client: known, anonymousUrl: `${base}/session` },
    'garbage',
  );
  return (name: PrincipalName) => principals.find((principal) => principal.name === name);
}

describe('principals', () => {
  test('a client gets a token for each set of scopes it can stand for', async () => {
    const find = await resolve(asAsked);
    expect(find('read')).toMatchObject({ token: 'token for customer.customer_read' });
    expect(find('manage')).toMatchObject({ token: 'token for customer.customer_manage' });
    expect(find('readBoth')).toMatchObject({ token: 'token for customer.customer_read customer.customer_read_own' });
    expect(find('visitor')).toMatchObject({ token: 'token for /session' });
    expect(find('anonymous')).toMatchObject({ token: undefined });
    expect(find('garbage')).toMatchObject({ token: 'garbage' });
  });

  test('a ready-made token wins', async () => {
    const find = await resolve(asAsked, { read: 'mine' });
    expect(find('read')).toEqual({ name: 'read', token: 'mine', variable: 'TARGET_TOKEN_READ' });
  });

  test('what no client can be granted is missing by the name of its variable', async () => {
    const find = await resolve(asAsked);
    expect(find('readOwn')).toMatchObject({ token: undefined, missing: 'TARGET_TOKEN_READ_OWN is not set' });
  });

  test.each([
    [
      'more than was asked for',
      [200, { access_token: 'x', scope: 'customer.customer_read customer.customer_manage' }],
      'was granted "customer.customer_read customer.customer_manage"',
    ],
    [
      'less than was asked for',
      [200, { access_token: 'x', scope: 'tenant=acmeshop' }],
      'was granted "tenant=acmeshop"',
    ],
    ['no token', [200, {}], 'granted no access_token'],
    ['a refusal', [401, { fault: {} }], 'the token endpoint answered 401'],
  ] as const)('a grant of %s is told', async (_what, grant, told) => {
    const find = await resolve(() => grant);
    expect(find('manage')).toMatchObject({ token: undefined, missing: expect.stringContaining(told) });
  });

  test('a scope in another order is the same', async () => {
    const find = await resolve((scope) => [200, { access_token: 'x', scope: scope.split(' ').toReversed().join(' ') }]);
    expect(find('readBoth')).toMatchObject({ token: 'x' });
  });

  test('a token endpoint that is gone leaves principals missing, in one line', async () => {
    const client = new Client(openConnections({}), { timeoutMs: 500, patienceMs: 500 });
    const known = { clientId: 'me', clientSecret: 'secret', tokenUrl: 'http://127.0.0.1:9/oauth/token' };
    const principals = await resolvePrincipals(client, { tokens: {}, client: known }, 'garbage');
    await client.close();
    const missing = principals.find(({ name }) => name === 'read')?.missing;
    expect(missing).toContain('127.0.0.1:9/oauth/token');
    expect(missing).not.toMatch(/\n|secret/);
  });
});
