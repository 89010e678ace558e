import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProxy } from 'proxy';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Client } from '../../../src/http/client.ts';
import { openConnections, type ConnectionOptions } from '../../../src/http/connection.ts';
import { makeCertificates, type Certificates } from './certificates.ts';
import { startTlsFront, type FrontOptions } from './tls-front.ts';

let certificates: Certificates;
let plain: Server;

beforeAll(async () => {
  certificates = await makeCertificates();
  plain = createServer((request, response) => response.end(request.headers.host));
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  plain.closeAllConnections();
  plain.close();
});

describe('a target behind TLS', () => {
  test('with a certificate of a private CA is reached with that CA alone', async () => {
    const { baseUrl } = await front();
    await expect(get(baseUrl, {})).rejects.toThrow(/certificate/);
    await expect(get(baseUrl, { caFile: certificates.caFile })).resolves.toBe(200);
  });

  test('that asks for a certificate is reached with one', async () => {
    const { baseUrl } = await front({ asksForCertificate: true });
    const { caFile, clientCertFile, clientKeyFile } = certificates;
    await expect(get(baseUrl, { caFile })).rejects.toThrow(/alert|handshake|closed|ECONNRESET/i);
    await expect(get(baseUrl, { caFile, clientCertFile, clientKeyFile })).resolves.toBe(200);
  });

  test('is spoken to in HTTP/2 where it offers that, and in HTTP/1.1 elsewhere', async () => {
    const { caFile } = certificates;
    const [modern, older] = [await front({ offersHttp2: true }), await front()];
    await expect(get(modern.baseUrl, { caFile })).resolves.toBe(200);
    await expect(get(older.baseUrl, { caFile })).resolves.toBe(200);
    expect([...modern.versions, ...older.versions]).toEqual(['2.0', '1.1']);
  });

  test('that ends its HTTP/2 sessions now and then is reached in new ones', async () => {
    const { baseUrl } = await front({ offersHttp2: true, requestsPerSession: 2 });
    const client = openClient({ caFile: certificates.caFile });
    const statuses = [await ask(client, baseUrl), await ask(client, baseUrl), await ask(client, baseUrl)];
    await client.close();
    expect(statuses).toEqual([200, 200, 200]);
  });

  test('that speaks HTTP/2 is told apart where it asks for a certificate too', async () => {
    const { baseUrl } = await front({ offersHttp2: true, asksForCertificate: true });
    const { caFile, clientCertFile, clientKeyFile } = certificates;
    await expect(get(baseUrl, { caFile })).rejects.toThrow(/GET https/);
    await expect(get(baseUrl, { caFile, clientCertFile, clientKeyFile })).resolves.toBe(200);
  });

  test('is reached over IPv6', async () => {
    const { baseUrl } = await front({ host: '::1' });
    await expect(get(baseUrl, { caFile: certificates.caFile })).resolves.toBe(200);
  });
});

describe('a proxy', () => {
  test('is used for every request but those to hosts that it is not for', async () => {
    const { baseUrl } = await front();
    const { url, seen } = await startProxy();
    const { caFile } = certificates;
    await expect(get(baseUrl, { caFile, proxy: url })).resolves.toBe(200);
    expect(seen).toEqual([new URL(baseUrl).host]);
    await expect(get(baseUrl, { caFile, proxy: url, noProxy: '127.0.0.1' })).resolves.toBe(200);
    expect(seen).toHaveLength(1);
  });

  test('that is not there is named', async () => {
    const { baseUrl } = await front();
    await expect(get(baseUrl, { proxy: 'http://127.0.0.1:1' })).rejects.toThrow(/127\.0\.0\.1:1/);
  });
});

test('a redirect is the answer, and is never followed', async () => {
  const address = plain.address() as AddressInfo;
  let followed = 0;
  plain.on('request', () => (followed += 1));
  const server = createServer((_, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${address.port}/` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  await expect(get(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {})).resolves.toBe(302);
  expect(followed).toBe(0);
});

async function front(options: FrontOptions = {}) {
  const origin = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  const started = await startTlsFront(origin, certificates, options);
  onTestFinished(() => started.close());
  return started;
}

async function get(url: string, options: ConnectionOptions): Promise<number> {
  const client = openClient(options);
  try {
    return await ask(client, url);
  } finally {
    await client.close();
  }
}

function openClient(options: ConnectionOptions): Client {
  return new Client(openConnections(options), { timeoutMs: 2_000, patienceMs: 0 });
}

async function ask(client: Client, url: string): Promise<number> {
  const request = { method: 'GET', url: `${url}/`, headers: {}, body: undefined };
  return (await client.send({ principal: 'read', outgoing: request, recorded: request })).response.status;
}

async function startProxy() {
  const seen: string[] = [];
  const server = createServer();
  server.on('connect', ({ url = '' }) => seen.push(url));
  const proxy = createProxy(server);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, seen };
}
