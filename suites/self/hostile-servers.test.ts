import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, type Finished } from './command.ts';
import { HOSTILE } from './hostile-server.ts';
import { startNullServer } from './null-server.ts';
import { tokensFor } from './variables.ts';

const PRELOAD = join(import.meta.dirname, 'usage.cjs');
const MOST_KILOBYTES = 400 * 1024;
const LONGEST_TEXT = 1_000;

describe.concurrent('an answer that nobody would want', () => {
  test.each(Object.entries(HOSTILE))('is a finding: %s', async (_name, { answer, told }) => {
    const server = await startNullServer(answer);
    const usageFile = join(mkdtempSync(join(tmpdir(), 'usage-')), 'usage.json');
    const variables = { ...tokensFor(server.baseUrl), NODE_OPTIONS: `--require ${PRELOAD}`, USAGE_FILE: usageFile };
    const finished = await command(['run'], variables);
    await server.close();
    expect([1, 2], finished.stdout + finished.stderr).toContain(finished.code);
    expect(finished.stderr).not.toMatch(/^\s+at /m);
    expect(finished.stdout).not.toMatch(/^::|\p{Cc}(?<![\n])/mu);
    expect(
      [...findingsOf(finished), finished.stderr].some((text) => told.test(text)),
      `what is told: ${finished.stderr}${finished.stdout.slice(-2_000)}`,
    ).toBe(true);
    for (const text of findingsOf(finished)) expect(text.length).toBeLessThan(LONGEST_TEXT);
    const { maxRSS } = JSON.parse(readFileSync(usageFile, 'utf8')) as NodeJS.ResourceUsage;
    expect(maxRSS).toBeLessThan(MOST_KILOBYTES);
    expect(readFileSync(join(finished.folder, 'conformance-report/report.html'), 'utf8')).not.toMatch(
      /<script>alert|<img src=x/,
    );
  });
});

/** What every requirement that did not pass has to say. */
function findingsOf({ results }: Finished): string[] {
  return (results?.requirements ?? []).flatMap(({ reason = '', findings = [] }) => [
    reason,
    ...findings.map(({ received }) => received),
  ]);
}
