import type { Exchange } from '../http/exchange.ts';
import { textMember } from './creation.ts';
import type { JournalEntry } from './journal.ts';
import type { Run } from './run.ts';

/** Deletes what the journal says the run created; returns the entries that may still exist. Never throws. */
export async function cleanUp(run: Run): Promise<JournalEntry[]> {
  const open = run.journal.entries.filter(({ state }) => state === 'created' || state === 'unclear');
  await Promise.all(open.map((entry) => removeEntry(run, entry)));
  return open.filter(({ state }) => state !== 'deleted');
}

async function removeEntry(run: Run, entry: JournalEntry): Promise<void> {
  try {
    const number = entry.state === 'unclear' ? await lookUp(run, entry) : entry.number;
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
  const query = { q: `contactEmail:${entry.email}` };
  const as = entry.tenant === run.settings.otherTenant ? 'otherTenant' : 'read';
  const { response } = await run.send(
    { as, operation: 'LIST', query, tenant: entry.tenant, invalid: true },
    'clean-up',
  );
  const items: unknown[] = Array.isArray(response.json) ? response.json : [];
  const own = items.find((item) => textMember(item, 'contactEmail') === entry.email);
  if (own === undefined) run.journal.settle(entry, 'deleted');
  return textMember(own, 'id');
}

async function sendQuietly(run: Run, entry: JournalEntry, number: string): Promise<Exchange> {
  const as = entry.tenant === run.settings.otherTenant ? 'otherTenant' : 'manage';
  return run.send({ as, operation: 'DELETE', number, tenant: entry.tenant, invalid: true }, 'clean-up');
}
