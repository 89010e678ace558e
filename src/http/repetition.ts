import type { ReceivedResponse } from './exchange.ts';

const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const PASSING = new Set([502, 503, 504]);

/** Milliseconds that the deployment asks to wait before the same request, or undefined where it does not ask. */
export function requestedWait(response: ReceivedResponse, now: number): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined;
  const value = response.headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Whether a lone reset or gateway answer to this method is repeated once: the method is idempotent. */
export function isRepeatable(method: string): boolean {
  return REPEATABLE.has(method);
}

/** Whether an answer is a passing trouble of a gateway, not a word of the API. */
export function isGatewayTrouble(response: ReceivedResponse): boolean {
  return PASSING.has(response.status);
}
