import type { Exchange } from '../http/exchange.ts';
import { waitUntil } from './convergence.ts';
import { textMember } from './creation.ts';
import type { JournalEntry } from './journal.ts';
import type { Run } from './run.ts';

/** Deletes what the journal says the run created, an interrupted one too; returns the entries that may still exist. Never throws. */
export async function cleanUp(run: Run): Promise<JournalEntry[]> {
  run.resume();
  await Promise.all(run.journal.open.map((entry) => removeEntry(run, entry)));
  run.journal.close();
  return run.journal.open;
}

async function removeEntry(run: Run, entry: JournalEntry): Promise<void> {
  try {
    const number = entry.state === 'created' ? entry.number : await lookUp(run, entry);
    if (number === undefined) return;
    const { response } = await sendQuietly(run, entry, number);
    if (response.status < 300 || response.status === 404) run.journal.settle(entry, 'deleted');
  } catch {
    // What could not be deleted is listed at the end of the run.
  }
}

/** The number of a customer whose creation got no clear answer, found by the address that only this run uses. */
async function lookUp(run: Run, entry: JournalEntry): Promise<string | undefined> {
  if (entry.email === undefined) return entry.number;
  const search = () => searchAddress(run, entry);
  // What was accepted may show up late; what a search cannot tell is left open.
  const { seen } = await waitUntil(
    search,
    (found) => !isList(found) || ownNumber(found, entry) !== undefined,
    run.settings.convergenceMs,
  );
  if (isList(seen) && ownNumber(seen, entry) === undefined) run.journal.settle(entry, 'deleted');
  return ownNumber(seen, entry);
}

async function searchAddress(run: Run, { email, tenant }: JournalEntry): Promise<Exchange> {
  const as = tenant === run.settings.otherTenant ? 'otherTenant' : 'read';
  const query = { q: `contactEmail:${email}` };
  return run.send({ as, operation: 'LIST', query, tenant, invalid: true }, 'clean-up');
}

function isList({ response }: Exchange): boolean {
  return response.status === 200 && Array.isArray(response.json);
}

function ownNumber({ response }: Exchange, { email }: JournalEntry): string | undefined {
  const items: unknown[] = Array.isArray(response.json) ? response.json : [];
  return textMember(
    items.find((item) => textMember(item, 'contactEmail') === email),
    'id',
  );
}

async function sendQuietly(run: Run, entry: JournalEntry, number: string): Promise<Exchange> {
  const as = entry.tenant === run.settings.otherTenant ? 'otherTenant' : 'manage';
  return run.send({ as, operation: 'DELETE', number, tenant: entry.tenant, invalid: true }, 'clean-up');
}
