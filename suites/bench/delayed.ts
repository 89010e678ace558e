import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What adds time to every answer of a server on loopback. */
export interface Delay {
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Forwards to a server on loopback, and lets each piece of an answer wait for so many milliseconds. */
export async function delay(baseUrl: string, ms: number): Promise<Delay> {
  const { port, pathname } = new URL(baseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(Number(port), '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => [client, target].forEach((each) => each.destroy()));
    }
    client.pipe(target);
    target.on('data', (chunk) => setTimeout(() => client.write(chunk), ms));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname === '/' ? '' : pathname}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
