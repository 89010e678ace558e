const EXPIRED = 'no complete answer within';
const UNSENT = 'not sent, the target has stopped answering';

/** No complete answer arrived: refused, reset, timed out, or not HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly reason: string;
  readonly request: string;

  /** What came instead of an answer in time. */
  static expired(timeoutMs: number, request: string, options?: ErrorOptions): TransportError {
    return new TransportError(`${EXPIRED} ${timeoutMs} ms`, request, options);
  }

  /** What is not even sent any more. */
  static unsent(request: string): TransportError {
    return new TransportError(UNSENT, request);
  }

  /** Whether the target let the time run out; told from the reason, which is all that a record keeps. */
  get isExpired(): boolean {
    return this.reason.startsWith(EXPIRED);
  }

  /** Whether the target ended the connection itself. */
  get isCut(): boolean {
    return !this.isExpired && this.reason !== UNSENT;
  }

  constructor(reason: string, request: string, options?: ErrorOptions) {
    super(`${request}: ${reason}`, options);
    this.reason = reason;
    this.request = request;
  }
}

/** One line for what undici or Node reported, without a stack. */
export function describeTransportFault(fault: unknown): string {
  return messageOf(fault)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
}

function messageOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const inner = fault instanceof AggregateError ? fault.errors[0] : fault.cause;
  if (fault.message === '' && inner instanceof Error) return inner.message;
  return fault.message;
}
