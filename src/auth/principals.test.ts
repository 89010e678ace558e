import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Client } from '../http/client.ts';
import { openConnections } from '../http/connection.ts';
import type { Principal } from './principal.ts';
import { Principals } from './principals.ts';

const SCOPE = 'customer.customer_read';

/** The principal `read` with a token that may be renewed from `renewAt` and expires at `expiresAt`, in ms from now. */
async function readerOf(times: { renewAt: number; expiresAt: number }, status = 200, granted = SCOPE) {
  let asked = 0;
  const answers = { status };
  const server = createServer((request, response) => {
    request.resume();
    asked += 1;
    const body = { access_token: `token-${asked}`, expires_in: 3_600, scope: granted };
    response.writeHead(answers.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new Client(openConnections({}), { timeoutMs: 1_000, patienceMs: 0 });
  onTestFinished(async () => {
    await client.close();
    server.close();
  });
  const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const now = Date.now();
  const grant = { scope: SCOPE, renewAt: now + times.renewAt, expiresAt: now + times.expiresAt };
  const read: Principal = { name: 'read', token: 'token-0', variable: 'TARGET_TOKEN_READ', grant };
  const principals = new Principals([read], client, { clientId: 'id', clientSecret: 'secret', tokenUrl });
  return { principals, client, answers, asked: () => asked };
}

describe('a token', () => {
  test('that lasts is left alone', async () => {
    const { principals, asked } = await readerOf({ renewAt: 60_000, expiresAt: 120_000 });
    await principals.renew('read');
    expect(principals.get('read')?.token).toBe('token-0');
    expect(asked()).toBe(0);
  });

  test('that is about to expire is renewed once, however many want it', async () => {
    const { principals, asked } = await readerOf({ renewAt: -1, expiresAt: 1_000 });
    await Promise.all(Array.from({ length: 20 }, () => principals.renew('read')));
    expect(principals.get('read')).toMatchObject({ token: 'token-1', grant: { scope: SCOPE } });
    expect(asked()).toBe(1);
  });

  test('that cannot be renewed is used until it has expired', async () => {
    const { principals } = await readerOf({ renewAt: -1, expiresAt: 60_000 }, 500);
    await principals.renew('read');
    expect(principals.get('read')).toMatchObject({ token: 'token-0' });
    expect(principals.get('read')?.missing).toBeUndefined();
  });

  test('that has expired and cannot be renewed says why', async () => {
    const { principals } = await readerOf({ renewAt: -2, expiresAt: -1 }, 500);
    await principals.renew('read');
    expect(principals.get('read')?.missing).toBe(
      'its token has expired and could not be renewed: the token endpoint answered 500',
    );
  });

  test('that could not be renewed serves again once it can', async () => {
    const { principals, answers } = await readerOf({ renewAt: -2, expiresAt: -1 }, 500);
    await principals.renew('read');
    answers.status = 200;
    await principals.renew('read');
    expect(principals.get('read')).toMatchObject({ token: 'token-2', missing: undefined });
  });

  test('that was not renewed while the run was halted is renewed afterwards', async () => {
    const { principals, client } = await readerOf({ renewAt: -1, expiresAt: 60_000 });
    client.halt(new Error('interrupted'));
    await expect(principals.renew('read')).rejects.toThrow('interrupted');
    client.resume();
    await principals.renew('read');
    expect(principals.get('read')).toMatchObject({ token: 'token-1' });
  });

  test('that comes back with other scopes is not taken for the one that was asked for', async () => {
    const { principals } = await readerOf({ renewAt: -2, expiresAt: -1 }, 200, 'customer.customer_manage');
    await principals.renew('read');
    expect(principals.get('read')?.missing).toContain('was granted "customer.customer_manage"');
  });
});
