import type { Exchange } from '../http/exchange.ts';
import type { Principal } from './principal.ts';

// The endpoint started to count before we did, and may round the lifetime that it tells.
const CLOCK_MARGIN_MS = 1_000;

/** Whether an answer says, rightly, that a granted token was past its lifetime when it came. */
export function hasExpired({ grant }: Principal, { response, startedAt, durationMs }: Exchange): boolean {
  return response.status === 401 && grant !== undefined && startedAt + durationMs > grant.expiresAt - CLOCK_MARGIN_MS;
}
