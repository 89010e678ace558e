import { afterAll } from 'vitest';
import { cleanUp } from './clean-up.ts';
import { currentRun } from './current-run.ts';
import { describeEntry } from './journal.ts';
import type { ExchangeLine } from './ledger.ts';

declare module 'vitest' {
  interface TaskMeta {
    closing?: Closing;
  }
}

/** What is known of a run once everything is examined. */
export interface Closing {
  readonly requests: number;
  /** Every exchange in one line, without secrets. */
  readonly exchanges: readonly ExchangeLine[];
  /** Customers that the run created and that may still exist, one line each. */
  readonly leftovers: readonly string[];
  /** In one line why the record of the run is not whole, if it is not. */
  readonly gap?: string | undefined;
}

/** Makes the file that calls this delete, at its end, whatever the run created, and tell what it could not. */
export function closeRunAtEnd(): void {
  // vitest demands a pattern for its first argument, and there is nothing to take from it.
  // oxlint-disable-next-line no-empty-pattern
  afterAll(async ({}, suite) => {
    const run = await currentRun();
    const left = await cleanUp(run);
    const told = {
      requests: run.client.requests,
      exchanges: run.ledger.lines.map((line) => ({ ...line, url: run.secrets.redact(line.url) })),
      leftovers: left.map((entry) => describeEntry(entry)),
    };
    suite.meta.closing = { ...told, gap: await run.close() };
  });
}
