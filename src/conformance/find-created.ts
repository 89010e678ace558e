import { isRefused } from './answer.ts';
import type { Exchange } from '../http/exchange.ts';
import { textMember } from './creation.ts';
import type { JournalEntry } from './journal.ts';
import type { Run } from './run.ts';

/** Where a customer is, as far as that is known. */
interface Place {
  readonly tenant: string;
  readonly number: string | undefined;
}

/**
 * Finds a customer whose creation got no clear answer by the address that only this run uses; settles the entry where
 * there is none. The number is undefined where there is none, or where no search could tell.
 */
export async function findCreated(run: Run, entry: JournalEntry): Promise<Place> {
  if (entry.email === undefined) return entry;
  const there = await searchTenant(run, entry, entry.tenant);
  if (isList(there) || !isUnserved(run, entry, there)) return settled(run, entry, entry.tenant, there);
  // A tenant that exists nowhere holds nobody; a target that ignores its name has written to the token's own.
  return settled(run, entry, run.settings.tenant, await searchTenant(run, entry, run.settings.tenant));
}

async function searchTenant(run: Run, entry: JournalEntry, tenant: string): Promise<Exchange> {
  const as = tenant === run.settings.otherTenant ? 'otherTenant' : 'read';
  const query = { q: `contactEmail:${entry.email}` };
  const look = () => run.send({ as, operation: 'LIST', query, tenant, invalid: true }, 'clean-up');
  // What was accepted may show up late; what a search cannot tell is left open.
  const isOver = (found: Exchange) => !isList(found) || numberIn(found, entry) !== undefined;
  return (await run.waitUntil(look, isOver, { by: 'clean-up', what: 'a search', since: entry.settledAt })).seen;
}

function settled(run: Run, entry: JournalEntry, tenant: string, found: Exchange): Place {
  const number = numberIn(found, entry);
  if (isList(found) && number === undefined) run.journal.settle(entry, { state: 'deleted', at: run.now() });
  return { tenant, number };
}

function isUnserved({ settings }: Run, { tenant }: JournalEntry, found: Exchange): boolean {
  return isRefused(found) && tenant !== settings.tenant && tenant !== settings.otherTenant;
}

function isList({ response }: Exchange): boolean {
  return response.status === 200 && Array.isArray(response.json);
}

function numberIn({ response }: Exchange, { email }: JournalEntry): string | undefined {
  const items: unknown[] = Array.isArray(response.json) ? response.json : [];
  return textMember(
    items.find((item) => textMember(item, 'contactEmail') === email),
    'id',
  );
}
