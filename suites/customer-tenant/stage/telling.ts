import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { bodyOf, itemsOf, show } from './json.ts';

const MOST_NAMED = 5;

/** Tells of the members that matter in an answer; undefined for a refusal, which tells of itself. */
export function telling(...names: readonly string[]): (seen: Exchange) => string | undefined {
  return (seen) => {
    const body = bodyOf(seen);
    return isAccepted(seen) ? names.map((name) => `${name} ${show(body[name])}`).join(', ') : undefined;
  };
}

/** Tells whom a list shows, each by its address, the first few of many; undefined for what is no list. */
export function whoIsIn(seen: Exchange): string | undefined {
  if (!Array.isArray(seen.response.json)) return undefined;
  const emails = itemsOf(seen).map(({ id, contactEmail }) => String(contactEmail ?? id));
  const first = emails.slice(0, MOST_NAMED).join(', ') || 'nobody';
  return emails.length > MOST_NAMED ? `${first} and ${emails.length - MOST_NAMED} more` : first;
}
