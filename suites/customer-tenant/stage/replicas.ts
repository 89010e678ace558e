import type { Call } from '../../../src/conformance/call.ts';
import { textMember } from '../../../src/conformance/creation.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { TransportError } from '../../../src/http/transport-error.ts';
import { builderOf } from './builder.ts';
import { creating, finding, listing, patching, reading } from './calls.ts';
import { bodyOf, itemsOf, type Json } from './json.ts';
import { shared } from './shared.ts';

/** A way to look at a customer: what may be asked, and what of an answer is the customer. */
interface View {
  readonly looks: (number: string, email: string) => readonly Call[];
  readonly shown: (seen: Exchange) => Json;
}

// What is expanded may come from elsewhere.
const ALONE: View = { looks: (number) => [reading(number), reading(number, { expand: 'accounts' })], shown: bodyOf };
const LISTED: View = {
  looks: (_, email) => [finding(email), listing({ q: `contactEmail:${email}`, expand: 'accounts' })],
  shown: (seen) => itemsOf(seen)[0] ?? {},
};

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
async function learn(t: Examination, { looks, shown }: View): Promise<void> {
  const [profile, company] = [builderOf(t).profile(), builderOf(t).marker()];
  const created = await t.send(creating(profile));
  const number = textMember(created.response.json, 'id');
  if (!isAccepted(created) || number === undefined) return;
  const calls = looks(number, profile.contactEmail);
  await learnFrom(t, calls, (seen) => shown(seen)['contactEmail'] === profile.contactEmail);
  if (!t.run.isMonotonic || !isAccepted(await t.send(patching(number, { company })))) return;
  await learnFrom(t, calls, (seen) => shown(seen)['company'] === company);
}

/** What keeps it from learning is judged elsewhere. */
function passOver(fault: unknown): void {
  if (!(fault instanceof TransportError)) throw fault;
}

/** Lets many readers look at once until all see a state: that one does not, after another did, tells of replicas. */
async function learnFrom(t: Examination, calls: readonly Call[], shows: (seen: Exchange) => boolean): Promise<void> {
  const readers = Array.from({ length: READERS / calls.length }, () => calls).flat();
  const look = () => Promise.all(readers.map((call) => t.send(call)));
  let [wasShown, isUnsteady] = [false, false];
  const { held } = await t.waitUntil(look, (answers) => {
    const told = answers.filter((seen) => isAccepted(seen) || seen.response.status === 404);
    const isShown = told.every((seen) => shows(seen));
    isUnsteady ||= wasShown && !isShown;
    wasShown ||= told.some((seen) => shows(seen));
    return isShown;
  });
  // What is never shown does not lag.
  if (held && isUnsteady) t.run.isMonotonic = false;
}
