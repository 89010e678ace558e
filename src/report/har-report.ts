import type { Entry, Har, Header, Request, Response } from 'har-format';
import type { Exchange } from '../http/exchange.ts';
import type { RunFacts } from './results.ts';

/** The exchanges of a run as an HTTP Archive 1.2, in the order in which the requests left. */
export function harReport({ name, version }: RunFacts['suite'], exchanges: readonly Exchange[]): string {
  const inOrder = exchanges.toSorted((a, b) => a.startedAt - b.startedAt || a.sequence - b.sequence);
  const entries = inOrder.map((exchange) => toEntry(exchange));
  const archive: Har = { log: { version: '1.2', creator: { name, version }, entries } };
  return `${JSON.stringify(archive, null, 1)}\n`;
}

// What the format wants to be there although it is not known.
const UNKNOWN = -1;

function toEntry({ sequence, principal, request, response, startedAt, durationMs, repeats }: Exchange): Entry {
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: durationMs,
    request: toRequest(request),
    response: toResponse(response),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: [`${sequence}, as ${principal}`, ...repeats].join('; '),
  };
}

function toRequest({ method, url, headers, body }: Exchange['request']): Request {
  const queryString = [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
  return {
    method,
    url,
    httpVersion: '',
    cookies: [],
    headers: toHeaders(headers),
    queryString,
    headersSize: UNKNOWN,
    bodySize: UNKNOWN,
    ...(body !== undefined && { postData: { mimeType: headers['content-type'] ?? '', text: body } }),
  };
}

function toResponse({ status, headers, body, defect }: Exchange['response']): Response {
  const content = { size: UNKNOWN, mimeType: headers['content-type'] ?? '', text: body };
  return {
    status,
    statusText: '',
    httpVersion: '',
    cookies: [],
    headers: toHeaders(headers),
    content: { ...content, ...(defect !== undefined && { comment: defect }) },
    redirectURL: headers['location'] ?? '',
    headersSize: UNKNOWN,
    bodySize: UNKNOWN,
  };
}

function toHeaders(headers: Readonly<Record<string, string>>): Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
