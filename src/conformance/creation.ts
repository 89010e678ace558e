import { isAccepted, isRefused } from './answer.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Call } from './call.ts';
import type { Journal, JournalEntry, Settlement } from './journal.ts';

const LONGEST_SEARCH = 10_000;
const CREATING = new Set(['CREATE', 'UPSERT']);

/** Announces the customer that a call may create, unless it is already on the journal. */
export function announceCreation(call: Call, tenant: string, journal: Journal): JournalEntry | undefined {
  // A method that is not offered may create all the same, where it carries a profile.
  if (!CREATING.has(call.operation) || (call.method !== undefined && emailIn(call) === undefined)) return undefined;
  const number = call.operation === 'UPSERT' ? call.number : textMember(call.json, 'id');
  if (call.operation === 'UPSERT' && number !== undefined && journal.has(tenant, number)) return undefined;
  return journal.announce(tenant, emailIn(call), number);
}

/** The address in a body, in one that is no JSON too. */
function emailIn({ json, body = '' }: Call): string | undefined {
  return textMember(json, 'contactEmail') ?? /[^"\s]{1,64}@example\.com/.exec(body.slice(0, LONGEST_SEARCH))?.[0];
}

/** What an answer, of which is known since `at`, tells of an announced customer: whether it exists, and its number. */
export function settlementBy(exchange: Exchange, entry: JournalEntry, at: number): Settlement {
  const number = textMember(exchange.response.json, 'id');
  if (isAccepted(exchange) && (number ?? entry.number) !== undefined) return { state: 'created', at, number };
  return { state: isRefused(exchange) ? 'refused' : 'unclear', at };
}

/** A member of an object as text, numbers included; undefined for anything else. */
export function textMember(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const member = (value as Record<string, unknown>)[name];
  return (typeof member === 'string' && member !== '') || typeof member === 'number' ? String(member) : undefined;
}
