import type { Exchange } from '../http/exchange.ts';
import { parseJson } from '../http/parse-json.ts';
import { TransportError } from '../http/transport-error.ts';
import type { Counterpart, Deadline, Patient, Question } from './counterpart.ts';
import { keyOf, WaitKeys, type EvidenceLine } from './evidence-line.ts';
import { Untestable } from './untestable.ts';
import { VirtualClock } from './virtual-clock.ts';

// Who looks again does so sooner than this.
const LONGEST_REUSE_MS = 1_000;

/**
 * The record of an earlier run in place of the outside world: answers come in the recorded order, at the recorded times
 * of a clock that waits for nobody. The same question asked more often than recorded gets its last answer again, for a while.
 */
export class ReplayedCounterpart implements Counterpart {
  readonly clock: VirtualClock;
  readonly #answers: ReadonlyMap<string, EvidenceLine[]>;
  readonly #waits = new WaitKeys();
  /** The place of each line in the order of the answers, which the times alone do not tell. */
  readonly #places: ReadonlyMap<EvidenceLine, number>;

  constructor(lines: readonly EvidenceLine[]) {
    this.clock = new VirtualClock(lines[0]?.answeredAt ?? 0);
    this.#places = new Map(lines.map((line, index) => [line, index]));
    this.#answers = byKey(lines.toSorted((one, other) => one.n - other.n));
  }

  async answer(question: Question): Promise<Exchange> {
    const answers = this.#answers.get(keyOf(question)) ?? [];
    const line = answers.length > 1 ? answers.shift() : answers[0];
    const { method, url } = question.request;
    if (line === undefined) throw new Untestable(`the evidence holds no answer to ${method} ${url}`);
    // Who was waiting would have asked again by now, if the run had not ended before its time.
    if (this.clock.now() - line.answeredAt > LONGEST_REUSE_MS)
      throw new Untestable(`the evidence holds no later answer to ${method} ${url}`);
    await this.clock.until(line.answeredAt, this.#places.get(line));
    if (line.isCut) throw new Untestable(`the evidence left out the body of a large answer to ${method} ${url}`);
    return revived(line);
  }

  deadlineOf(patient: Patient): Deadline {
    const looksAtMost = this.#answers.get(this.#waits.next(patient))?.[0]?.looks ?? Infinity;
    // The clocks of run and replay differ by what the run's own processor took.
    return (looks) => looks >= looksAtMost;
  }

  async close(): Promise<undefined> {
    return undefined;
  }
}

function byKey(lines: readonly EvidenceLine[]): Map<string, EvidenceLine[]> {
  const groups = new Map<string, EvidenceLine[]>();
  for (const line of lines) {
    const group = groups.get(line.key);
    if (group === undefined) groups.set(line.key, [line]);
    else group.push(line);
  }
  return groups;
}

function revived({ exchange, fault }: EvidenceLine): Exchange {
  if (exchange === undefined) throw new TransportError(fault?.reason ?? 'no answer', fault?.request ?? '');
  const { response } = exchange;
  return { ...exchange, response: { ...response, json: parseJson(response.body).value } };
}
