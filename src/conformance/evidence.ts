import type { Exchange } from '../http/exchange.ts';
import type { Secrets } from './secrets.ts';
import { excerptOf } from '../http/excerpt.ts';

const EXCERPT = 2_000;

/** An exchange as it is kept: without secrets, its bodies cut to an excerpt unless they are wanted whole. */
export function toEvidence(exchange: Exchange, secrets: Secrets, whole = false): Exchange {
  const shorten = whole ? (text: string) => text : excerpt;
  const { request, response } = exchange;
  const { json: _, ...answer } = response;
  return {
    ...exchange,
    request: {
      ...request,
      url: secrets.redact(request.url),
      headers: redactHeaders(request.headers, secrets),
      body: request.body === undefined ? undefined : shorten(secrets.redact(request.body)),
    },
    response: {
      ...answer,
      json: undefined,
      headers: redactHeaders(response.headers, secrets),
      body: shorten(secrets.redact(response.body)),
    },
    repeats: exchange.repeats.map((repeat) => secrets.redact(repeat)),
  };
}

function redactHeaders(headers: Readonly<Record<string, string>>, secrets: Secrets): Record<string, string> {
  const told = (name: string, value: string) => (name === 'set-cookie' ? '[redacted]' : secrets.redact(value));
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, told(name, value)]));
}

function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${excerptOf(text, EXCERPT)} (${text.length} characters)`;
}
