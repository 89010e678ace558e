import { readFileSync } from 'node:fs';
import { serviceFile } from '../spec/package-root.ts';
import type { ExchangeLine } from './ledger.ts';

/** Requests by requirement and operation. */
export type Effort = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Reads what each requirement was measured to send. */
export function readEffort(service: string): Effort {
  return JSON.parse(readFileSync(serviceFile(service, 'effort.json'), 'utf8')) as Effort;
}

/** How many requests of each operation each requirement sent. */
export function effortOf(lines: readonly ExchangeLine[]): Effort {
  const effort: Record<string, Record<string, number>> = {};
  for (const { requirement, operation } of lines) {
    const own = (effort[requirement] ??= {});
    own[operation] = (own[operation] ?? 0) + 1;
  }
  return effort;
}
