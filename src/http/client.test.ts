import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Client, type ClientLimits } from './client.ts';
import { openConnections } from './connection.ts';
import { TransportError } from './transport-error.ts';

/** A client of a server that answers like this, and the methods that arrived there. */
async function clientOf(answer: RequestListener, limits: Partial<ClientLimits> = {}) {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(request.method ?? '');
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new Client(openConnections({}), { timeoutMs: 1_000, patienceMs: 5_000, ...limits });
  onTestFinished(async () => {
    await client.close();
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  const prepared = (method: string) => {
    const outgoing = { method, url, headers: {}, body: undefined };
    return { principal: 'read', outgoing, recorded: outgoing };
  };
  const send = (method: string) => client.send(prepared(method));
  return { client, arrived, prepared, send };
}

/** Answers in turn; the last one for good. */
function inTurn(...answers: readonly RequestListener[]): RequestListener {
  let next = 0;
  return (request, response) => {
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    answer?.(request, response);
  };
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(code, headers).end();
const reset = (request: IncomingMessage) => request.socket.resetAndDestroy();

test('an exchange begins when its request leaves, not while it waits for its turn', async () => {
  const { send } = await clientOf(status(200), { rate: 10 });
  const [one, other] = await Promise.all([send('GET'), send('GET')]);
  expect(other.startedAt - one.startedAt).toBeGreaterThan(90);
});

describe('a deployment that asks to wait', () => {
  test.each([
    ['GET', 429],
    ['POST', 429],
    ['POST', 503],
  ])('is waited for, and the %s answered %i is sent again', async (method, code) => {
    const { send, arrived } = await clientOf(inTurn(status(code, { 'retry-after': '1' }), status(200)));
    const { response, repeats } = await send(method);
    expect(response.status).toBe(200);
    expect(arrived).toEqual([method, method]);
    expect(repeats).toEqual([`answered ${code}, repeated after the requested 1000 ms`]);
  });

  test('longer than our patience gets its answer judged', async () => {
    const { send, arrived } = await clientOf(status(429, { 'retry-after': '3600' }));
    expect((await send('GET')).response.status).toBe(429);
    expect(arrived).toHaveLength(1);
  });

  test('is waited for, however long the request had to wait for its turn', async () => {
    const busy = status(429, { 'retry-after': '0' });
    const { send } = await clientOf(inTurn(status(200), status(200), busy, status(200)), { rate: 5, patienceMs: 300 });
    const answers = await Promise.all([send('POST'), send('POST'), send('POST')]);
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200]);
  });

  test('again and again gets its answer judged in the end', async () => {
    const { send, arrived } = await clientOf(status(429, { 'retry-after': '0' }), { patienceMs: 350 });
    expect((await send('GET')).response.status).toBe(429);
    expect(arrived).toHaveLength(4);
  });

  test('without saying for how long is not repeated', async () => {
    const { send, arrived } = await clientOf(status(429));
    expect((await send('POST')).response.status).toBe(429);
    expect(arrived).toHaveLength(1);
  });
});

describe('a lone trouble on the way', () => {
  test.each([
    ['GET', 'a reset', reset],
    ['PUT', 'a reset', reset],
    ['DELETE', 'a 502', status(502)],
    ['GET', 'a 503', status(503)],
  ])('%s is sent once more after %s', async (method, _what, trouble) => {
    const { send, arrived } = await clientOf(inTurn(trouble, status(200)));
    const { response, repeats } = await send(method);
    expect(response.status).toBe(200);
    expect([arrived.length, repeats.length]).toEqual([2, 1]);
  });

  test.each(['POST', 'PATCH'])('%s is never sent twice', async (method) => {
    const { send, arrived } = await clientOf(inTurn(reset, status(200)));
    await expect(send(method)).rejects.toThrow(TransportError);
    expect(arrived).toHaveLength(1);
  });

  test('a pause that was asked for leaves the one time to a trouble afterwards', async () => {
    const { send, arrived } = await clientOf(inTurn(status(503, { 'retry-after': '0' }), reset, status(200)));
    expect((await send('GET')).response.status).toBe(200);
    expect(arrived).toHaveLength(3);
  });

  test('a second trouble is an answer', async () => {
    const { send, arrived } = await clientOf(status(504));
    expect((await send('GET')).response.status).toBe(504);
    expect(arrived).toHaveLength(2);
  });

  test('any other answer is never repeated', async () => {
    const { send, arrived } = await clientOf(status(500));
    expect((await send('GET')).response.status).toBe(500);
    expect(arrived).toHaveLength(1);
  });
});

describe('a target that does not answer', () => {
  test.each([
    ['never begins', (() => {}) satisfies RequestListener],
    ['never ends', ((_request, response) => void response.writeHead(200).write('x')) satisfies RequestListener],
  ])('and %s is given up in time', async (_what, answer) => {
    const { send } = await clientOf(answer, { timeoutMs: 100 });
    await expect(send('GET')).rejects.toThrow('no complete answer within 100 ms');
  });

  test('again and again is down, and nothing more is sent', async () => {
    const { client, send, arrived } = await clientOf(() => {}, { timeoutMs: 250 });
    for (let times = 0; times < 6; times += 1) await expect(send('POST')).rejects.toThrow(TransportError);
    await expect(send('GET')).rejects.toThrow('the target has stopped answering');
    expect(arrived).toHaveLength(6);
    client.resume();
    await expect(send('GET')).rejects.toThrow('no complete answer');
  });
});

test('a request that was to be repeated when the client was halted has been sent', async () => {
  const { client, prepared } = await clientOf((request) => {
    client.halt(new Error('interrupted'));
    reset(request);
  });
  const [first, second] = [prepared('PUT'), prepared('PUT')];
  await expect(client.send(first)).rejects.toThrow('interrupted');
  await expect(client.send(second)).rejects.toThrow('interrupted');
  expect([client.hasSent(first), client.hasSent(second)]).toEqual([true, false]);
});

test('a redirect is an answer and is not followed', async () => {
  const { send, arrived } = await clientOf(status(302, { location: '/y' }));
  expect((await send('GET')).response).toMatchObject({ status: 302, headers: { location: '/y' } });
  expect(arrived).toHaveLength(1);
});
