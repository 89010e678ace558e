import type { Effort } from '../../conformance/effort.ts';

const READING = new Set(['LIST', 'GET', 'OAUTH', 'other']);
const CREATING = new Set(['CREATE', 'UPSERT']);

/** What a run would send: requests in all and by operation, those that write, customers that would exist at the peak. */
export interface Forecast {
  readonly requests: number;
  readonly writes: number;
  readonly customers: number;
  readonly byOperation: Readonly<Record<string, number>>;
}

/** Adds up the effort of some requirements; without writes, their reads alone. */
export function forecast(effort: Effort, ids: readonly string[], mayWrite: boolean): Forecast {
  const byOperation: Record<string, number> = {};
  for (const id of ids) {
    for (const [operation, count] of Object.entries(effort[id] ?? {})) {
      if (!mayWrite && !READING.has(operation)) continue;
      byOperation[operation] = (byOperation[operation] ?? 0) + count;
    }
  }
  const sum = (counts: (operation: string) => boolean) =>
    Object.entries(byOperation).reduce((total, [operation, count]) => total + (counts(operation) ? count : 0), 0);
  return {
    byOperation,
    requests: sum(() => true),
    writes: sum((operation) => !READING.has(operation)),
    customers: sum((operation) => CREATING.has(operation)),
  };
}
