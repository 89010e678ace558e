import type { Call } from '../../../src/conformance/call.ts';
import { textMember } from '../../../src/conformance/creation.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { TransportError } from '../../../src/http/transport-error.ts';
import { builderOf } from './builder.ts';
import { creating, finding, patching, reading } from './calls.ts';
import { bodyOf, itemsOf, type Json } from './json.ts';
import { shared } from './shared.ts';

/** A way to look at a customer: what is asked, and what of the answer is the customer. */
interface View {
  readonly look: (number: string, email: string) => Call;
  readonly shown: (seen: Exchange) => Json;
}

const ALONE: View = { look: (number) => reading(number), shown: bodyOf };
const LISTED: View = { look: (_, email) => finding(email), shown: (seen) => itemsOf(seen)[0] ?? {} };

// As many at once as meet each of several replicas.
const READERS = 8;

/** Learns, once a run, whether single reads contradict each other for a while, as those of several replicas do. */
export async function learnSteadyReads(t: Examination): Promise<void> {
  return shared(t, 'steady reads', async (stage) => learn(stage, ALONE).catch(passOver));
}

/** Learns the same of lists. */
export async function learnSteadyLists(t: Examination): Promise<void> {
  return shared(t, 'steady lists', async (stage) => learn(stage, LISTED).catch(passOver));
}

/** Looks at a customer that is new, then changed. */
async function learn(t: Examination, { look, shown }: View): Promise<void> {
  const [profile, company] = [builderOf(t).profile(), builderOf(t).marker()];
  const created = await t.send(creating(profile));
  const number = textMember(created.response.json, 'id');
  if (!isAccepted(created) || number === undefined) return;
  const call = look(number, profile.contactEmail);
  await learnFrom(t, call, (seen) => shown(seen)['contactEmail'] === profile.contactEmail);
  if (!t.run.isMonotonic || !isAccepted(await t.send(patching(number, { company })))) return;
  await learnFrom(t, call, (seen) => shown(seen)['company'] === company);
}

/** What keeps it from learning is judged elsewhere. */
function passOver(fault: unknown): void {
  if (!(fault instanceof TransportError)) throw fault;
}

/** Lets many readers look at once until all see a state: that one does not, after another did, tells of replicas. */
async function learnFrom(t: Examination, call: Call, shows: (seen: Exchange) => boolean): Promise<void> {
  const look = () => Promise.all(Array.from({ length: READERS }, () => t.send(call)));
  let wasShown = false;
  await t.waitUntil(look, (answers) => {
    const isShown = answers.every((seen) => shows(seen));
    if (wasShown && !isShown) t.run.isMonotonic = false;
    wasShown ||= answers.some((seen) => shows(seen));
    return isShown || !t.run.isMonotonic;
  });
}
