import { describe, expect, test } from 'vitest';
import { command, idsWith } from './command.ts';
import { NULL_SERVERS, startNullServer } from './null-server.ts';
import { tokensFor } from './variables.ts';

// Neither of them ever answers, so there is nothing to judge.
const SILENT = ['hang', 'reset'];

describe.concurrent('a server that implements nothing', () => {
  test.each(Object.keys(NULL_SERVERS))('passes no MUST: %s', async (name) => {
    const server = await startNullServer(NULL_SERVERS[name] ?? (() => {}));
    try {
      const finished = await command(['run'], tokensFor(server.baseUrl));
      expect(idsWith(finished, 'passed', 'MUST')).toEqual([]);
      expect(idsWith(finished, 'error')).toEqual([]);
      expect(finished.code).toBe(SILENT.includes(name) ? 2 : 1);
    } finally {
      await server.close();
    }
  });
});
