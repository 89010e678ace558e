import type { SentRequest } from './exchange.ts';

/** A shell line that repeats a recorded request; its credentials stay the names of variables. */
export function toCurl(request: SentRequest): string {
  const headers = Object.entries(request.headers)
    .filter(([name]) => !['user-agent', 'accept-encoding', 'traceparent', 'tracestate'].includes(name))
    .map(([name, value]) => `-H "${name}: ${value.replaceAll('"', String.raw`\"`)}"`);
  const body = request.body === undefined ? [] : [`--data-raw ${quote(request.body)}`];
  return ['curl -sS -i', `-X ${request.method}`, quote(request.url), ...headers, ...body].join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
