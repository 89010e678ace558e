import type { ReceivedResponse } from './exchange.ts';
import type { LargeBodies } from './large-bodies.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';
import { describeTransportFault, TransportError } from './transport-error.ts';
import type { OutgoingRequest, Wire } from './wire.ts';

/** What one answer may take: milliseconds until it is complete, and memory. */
export interface AnswerLimits {
  readonly timeoutMs: number;
  readonly large: LargeBodies;
}

/**
 * Sends a request once and reads the whole answer within `timeoutMs`. Redirects are not followed.
 * Throws TransportError where no complete answer arrived.
 */
export async function sendOnce(
  wire: Wire,
  outgoing: OutgoingRequest,
  { timeoutMs, large }: AnswerLimits,
): Promise<ReceivedResponse> {
  const line = `${outgoing.method} ${outgoing.url}`;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    return await Promise.race([exchange(wire, outgoing, large, deadline.signal), expiry(deadline.signal)]);
  } catch (cause) {
    if (deadline.signal.aborted) throw TransportError.expired(timeoutMs, line, { cause });
    throw new TransportError(describeTransportFault(cause), line, { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(
  wire: Wire,
  outgoing: OutgoingRequest,
  large: LargeBodies,
  signal: AbortSignal,
): Promise<ReceivedResponse> {
  const { status, headers, body } = await wire.send(outgoing, signal);
  const { text, defect: unread } = await readBody(body, headers['content-encoding'], large);
  const { value, defect = unread } = parseJson(text);
  return { status, headers, body: text, json: value, ...(defect && { defect }) };
}

// undici can hold a request that it refused itself for ever, so the deadline also races it.
async function expiry(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('expired')), { once: true });
  });
}
