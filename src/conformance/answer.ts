import { excerptOf } from '../http/excerpt.ts';
import type { Exchange } from '../http/exchange.ts';

const EXCERPT = 200;

/** Whether an answer says that the request was taken. */
export function isAccepted({ response }: Exchange): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Whether an answer blames the request (4xx). */
export function isRefused({ response }: Exchange): boolean {
  return response.status >= 400 && response.status < 500;
}

/** The beginning of an answer's body, as far as a finding shows it. */
export function excerptOfAnswer({ response }: Exchange): string {
  return excerptOf(response.body, EXCERPT);
}

/** What was answered, in a phrase. */
export function describeAnswer(exchange: Exchange): string {
  const { status, body, defect } = exchange.response;
  if (defect !== undefined) return `status ${status}, ${defect}`;
  return `status ${status}${body === '' ? ' without a body' : `, body ${excerptOfAnswer(exchange)}`}`;
}

/**
 * The statuses that an exchange may end with where `statuses` are promised: a repeated PUT or DELETE may meet its own first
 * effect.
 */
export function allowedStatuses({ repeats, request }: Exchange, statuses: readonly number[]): readonly number[] {
  if (repeats.length === 0) return statuses;
  if (request.method === 'PUT' && statuses.includes(201)) return [...statuses, 204];
  return request.method === 'DELETE' && statuses.includes(202) ? [...statuses, 404] : statuses;
}
