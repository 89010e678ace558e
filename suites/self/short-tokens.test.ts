import { expect, test } from 'vitest';
import { command } from './command.ts';
import { serveTarget } from './served-target.ts';

test('a run that outlasts its tokens renews them', async () => {
  const target = await serveTarget('--variant', 'short-tokens');
  // Without these, the client is asked for tokens; they last for two seconds, the run for longer.
  const granted = { TARGET_TOKEN_READ: '', TARGET_TOKEN_MANAGE: '', TARGET_TOKEN_UNRELATED: '' };
  const finished = await command(['run'], { ...target.variables, ...granted, CONFORMANCE_RATE: '400' });
  await target.stop();
  expect(finished.code, finished.stdout + finished.stderr).toBe(0);
  expect(finished.results?.durationMs).toBeGreaterThan(4_000);
});
