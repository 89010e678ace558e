import type { Exchange } from '../http/exchange.ts';
import { isTooBusy } from '../http/repetition.ts';
import { isAccepted } from './answer.ts';
import { findCreated } from './find-created.ts';
import type { JournalEntry } from './journal.ts';
import type { Run } from './run.ts';

// What a deployment is too busy to delete is tried again.
const ROUNDS = 4;

/** Deletes what the journal says the run created, an interrupted one too; returns the entries that may still exist. Never throws. */
export async function cleanUp(run: Run): Promise<JournalEntry[]> {
  run.resume();
  let open: readonly JournalEntry[] = run.journal.open;
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const busy = await Promise.all(open.map((entry) => removeEntry(run, entry)));
    open = open.filter((_, index) => busy[index]);
  }
  run.journal.close();
  return run.journal.open;
}

/** Tries to delete a customer; returns whether the deployment was too busy. */
async function removeEntry(run: Run, entry: JournalEntry): Promise<boolean> {
  try {
    const { tenant, number } = entry.state === 'created' ? entry : await findCreated(run, entry);
    if (number === undefined) return false;
    const { response } = await sendQuietly(run, 'DELETE', tenant, number);
    if (isTooBusy(response)) return true;
    if (response.status < 300 || (response.status === 404 && !(await isThere(run, tenant, number))))
      run.journal.settle(entry, { state: 'deleted', at: run.now() });
  } catch {
    // What could not be deleted is listed at the end of the run.
  }
  return false;
}

/** Whether somebody whose deletion is answered 404 can be read all the same. */
async function isThere(run: Run, tenant: string, number: string): Promise<boolean> {
  return isAccepted(await sendQuietly(run, 'GET', tenant, number));
}

async function sendQuietly(run: Run, operation: 'DELETE' | 'GET', tenant: string, number: string): Promise<Exchange> {
  const own = operation === 'GET' ? 'read' : 'manage';
  const as = tenant === run.settings.otherTenant ? 'otherTenant' : own;
  return run.send({ as, operation, number, tenant, invalid: true }, 'clean-up');
}
