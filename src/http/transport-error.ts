/** No complete answer arrived: refused, reset, timed out, or not HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly reason: string;
  readonly request: string;

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
