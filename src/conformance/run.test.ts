import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { answering, examineServer } from './examined-server.ts';

const LIST = { as: 'read', operation: 'LIST' } as const;

describe('a token that expired while its request waited', () => {
  test('is replaced, and the request sent again', async () => {
    const { t } = await examineServer(takingOnly('token-2'), (baseUrl) => grantedBy(baseUrl, 500));
    const { response, repeats } = await t.send(LIST);
    expect(response.status).toBe(200);
    expect(repeats).toEqual(['answered 401 after its token had expired, repeated with a new one']);
  });

  test('is not the reason of a 401 within its lifetime', async () => {
    const { t } = await examineServer(takingOnly('token-2'), (baseUrl) => grantedBy(baseUrl, 60_000));
    expect(await t.send(LIST)).toMatchObject({ response: { status: 401 }, repeats: [] });
  });

  test('does not hide a target that refuses the new one too', async () => {
    const { t } = await examineServer(takingOnly('none'), (baseUrl) => grantedBy(baseUrl, 500));
    expect((await t.send(LIST)).response.status).toBe(401);
  });
});

/** A token endpoint, and an API that takes one token only. */
function takingOnly(token: string): RequestListener {
  return (request, response) => {
    if (request.url === '/oauth/token') answering(200, { access_token: 'token-2', expires_in: 60 })(request, response);
    else if (request.headers.authorization === `Bearer ${token}`) answering(200, [])(request, response);
    else answering(401, { fault: {} })(request, response);
  };
}

/** A first token that is not yet due for renewal when a request takes it. */
function grantedBy(baseUrl: string, lifetimeMs: number) {
  const end = Date.now() + lifetimeMs;
  const grant = { scope: 'customer.customer_read', renewAt: end, expiresAt: end };
  const read = { name: 'read', token: 'token-1', variable: 'TARGET_TOKEN_READ', grant } as const;
  const tokenUrl = `${baseUrl}/oauth/token`;
  return { principals: [read], tokenEndpoint: { clientId: 'id', clientSecret: 'secret', tokenUrl } };
}
