import { expect, test } from 'vitest';
import { command, idsWith } from './command.ts';
import { startNullServer } from './null-server.ts';
import { tokensFor } from './variables.ts';

const ANSWERED = 9;

test('a target that hangs from the tenth request on fails the requirements that met it', async () => {
  let seen = 0;
  const server = await startNullServer((response) => {
    seen += 1;
    if (seen <= ANSWERED) response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  });
  try {
    const finished = await command(['run'], tokensFor(server.baseUrl));
    expect(finished.code, finished.stdout + finished.stderr).toBe(1);
    const failed = idsWith(finished, 'failed', 'MUST');
    expect(failed.length).toBeGreaterThan(0);
    expect(finished.stdout).toContain(failed[0]);
    expect(finished.stdout).toContain('no complete answer within 500 ms');
    expect(finished.stdout).toContain('CONFORMANCE_TIMEOUT_MS=60000');
  } finally {
    await server.close();
  }
});
