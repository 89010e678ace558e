import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { openConnections } from './connection.ts';

// In a thread of its own, so that it goes on while this one is busy.
const HASTY_SERVER = `
  const { parentPort } = require('node:worker_threads');
  const { createServer } = require('node:http');
  const server = createServer((request, response) => {
    response.setHeader('connection', 'keep-alive');
    response.end(() => setTimeout(() => request.socket.resetAndDestroy(), 50));
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

test('a POST never leaves on a connection that was closed while the suite was busy', async () => {
  const server = new Worker(HASTY_SERVER, { eval: true });
  const port = await new Promise((resolve) => server.once('message', resolve));
  const wire = openConnections({});
  onTestFinished(async () => {
    await wire.close();
    await server.terminate();
  });
  const send = async (method: string) => statusOf(wire, `http://127.0.0.1:${String(port)}/x`, method);
  expect(await send('GET')).toBe(200);
  // The connection is put aside before the suite gets busy.
  await nextTurn();
  await nextTurn();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  expect(await send('POST')).toBe(200);
});

test('a connection that nothing needs is closed before a pause is over that a server asks for', async () => {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    response.setHeader('connection', 'keep-alive').end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wire = openConnections({});
  onTestFinished(async () => {
    await wire.close();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  await statusOf(wire, `http://127.0.0.1:${port}/x`, 'POST');
  const answeredAt = Date.now();
  await new Promise((resolve) => [...sockets].at(0)?.once('close', resolve));
  expect(Date.now() - answeredAt).toBeLessThan(1_000);
});

async function statusOf(wire: ReturnType<typeof openConnections>, url: string, method: string): Promise<number> {
  const answer = await wire.send({ url, method, headers: {}, body: undefined }, AbortSignal.timeout(5_000));
  for await (const _ of answer.body);
  return answer.status;
}
