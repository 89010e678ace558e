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
      const isSilent = SILENT.includes(name);
      expect(idsWith(finished, 'error').length > 0).toBe(isSilent);
      expect(finished.code).toBe(isSilent ? 2 : 1);
    } finally {
      await server.close();
    }
  });
});
