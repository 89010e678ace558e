import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const JSON_TYPE = { 'content-type': 'application/json' };

function always(status: number, body = '', headers: Readonly<Record<string, string>> = JSON_TYPE): Answer {
  return (response, request) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  };
}

/** Servers that implement nothing: what each of them answers to every request. */
export const NULL_SERVERS: Readonly<Record<string, Answer>> = {
  '200 {}': always(200, '{}'),
  '200 []': always(200, '[]'),
  '200 with an error': always(200, '{"status":404,"message":"not found"}'),
  '201 {"id":"1"}': always(201, '{"id":"1"}'),
  '202 empty': always(202),
  '204': always(204, '', {}),
  '301': always(301, '', { location: '/elsewhere' }),
  '400': always(400, '{"status":400,"type":"bad_request","message":"no"}'),
  '401': always(401, '{"fault":{"faultstring":"no","detail":{"errorcode":"oauth.v2.InvalidAccessToken"}}}'),
  '403': always(403, '{"status":403,"type":"Forbidden","message":"no"}'),
  '404': always(404, '{"status":404,"type":"not_found","message":"no"}'),
  '409': always(409, '{"status":409,"type":"conflict_resource","message":"no"}'),
  '500': always(500, '{"status":500,"message":"no"}'),
  HTML: always(200, '<html><body>Welcome</body></html>', { 'content-type': 'text/html' }),
  echo: (response, request) => {
    response.writeHead(200, JSON_TYPE);
    request.pipe(response);
  },
  'echo with an id': (response, request) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.writeHead(201, JSON_TYPE).end(withId(Buffer.concat(chunks).toString())));
  },
  'one customer': always(200, '[{"id":"1","customerNumber":"1","contactEmail":"one@example.com","active":true}]'),
  hang: () => {},
  reset: (response) => {
    response.socket?.resetAndDestroy();
  },
};

/** A server that gives one answer to everything, and its token endpoint alike. */
export async function startNullServer(answer: Answer): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const server = createServer((request, response) => answer(response, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { baseUrl: `http://127.0.0.1:${port}`, close };
}

function withId(body: string): string {
  try {
    return JSON.stringify({ ...(JSON.parse(body) as object), id: '1', customerNumber: '1' });
  } catch {
    return '{"id":"1"}';
  }
}
