import type { ReceivedResponse } from './exchange.ts';

const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;
const PASSING = new Set([502, UNAVAILABLE, 504]);

// Whoever asks for no wait at all is not to be asked again at full speed.
const SHORTEST_WAIT_MS = 100;

/** Milliseconds that the deployment asks to wait before the same request, or undefined where it does not ask. */
export function requestedWait(response: ReceivedResponse, now: number): number | undefined {
  if (!isTooBusy(response)) return undefined;
  const value = response.headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.max(SHORTEST_WAIT_MS, wait);
}

/** Whether a deployment refuses for the number of requests. */
export function isRefusedForRate({ status }: Pick<ReceivedResponse, 'status'>): boolean {
  return status === TOO_MANY_REQUESTS;
}

/** Whether a deployment is too busy for a request, whoever sends it. */
export function isTooBusy(response: Pick<ReceivedResponse, 'status'>): boolean {
  return isRefusedForRate(response) || response.status === UNAVAILABLE;
}

/** Whether a lone reset or gateway answer to this method is repeated once: the method is idempotent. */
export function isRepeatable(method: string): boolean {
  return REPEATABLE.has(method);
}

/** Whether an answer is a passing trouble of a gateway, not a word of the API. */
export function isGatewayTrouble(response: ReceivedResponse): boolean {
  return PASSING.has(response.status);
}

/** Why one request was sent again; what a deployment asks for does not use up the one time that trouble on the way may. */
export class Repeats {
  readonly reasons: string[] = [];
  #isSpent = false;
  #waitedMs = 0;

  /** Whether the one time is used up. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Milliseconds that the deployment asked to wait, all in all. */
  get waitedMs(): number {
    return this.#waitedMs;
  }

  /** Waits as long as the deployment asks. */
  wait(ms: number, reason: string): void {
    this.#waitedMs += ms;
    this.reasons.push(reason);
  }

  /** Uses it up, for a reason. */
  spend(reason: string): void {
    this.#isSpent = true;
    this.reasons.push(reason);
  }
}
