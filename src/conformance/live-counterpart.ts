import type { Exchange } from '../http/exchange.ts';
import { TransportError } from '../http/transport-error.ts';
import { systemClock } from './clock.ts';
import type { Counterpart, Deadline, Patient, Question } from './counterpart.ts';
import { toEvidence } from './evidence.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { keyOf, WaitKeys } from './evidence-line.ts';
import type { Secrets } from './secrets.ts';

/** The outside world; what it answers is written down, without secrets, where there is a file for it. */
export class LiveCounterpart implements Counterpart {
  readonly clock = systemClock;
  readonly #secrets: Secrets;
  readonly #file: EvidenceFile | undefined;
  readonly #waits = new WaitKeys();
  #asked = 0;

  constructor(secrets: Secrets, file?: EvidenceFile) {
    this.#secrets = secrets;
    this.#file = file;
  }

  async answer(question: Question, ask: () => Promise<Exchange>): Promise<Exchange> {
    const file = this.#file;
    if (file === undefined) return ask();
    const line = { n: (this.#asked += 1), by: question.by, key: keyOf(question) };
    try {
      const exchange = await ask();
      const { exchange: kept, isCut } = file.bounded(exchange);
      const evidence = toEvidence(kept, this.#secrets, true);
      file.write({ ...line, answeredAt: Date.now(), ...(isCut && { isCut }), exchange: evidence });
      return exchange;
    } catch (fault) {
      if (fault instanceof TransportError) file.write({ ...line, answeredAt: Date.now(), fault: this.#told(fault) });
      throw fault;
    }
  }

  deadlineOf(patient: Patient): Deadline {
    const key = this.#waits.next(patient);
    return (looks, isPast) => {
      if (isPast) this.#file?.write({ n: (this.#asked += 1), by: patient.by, key, answeredAt: Date.now(), looks });
      return isPast;
    };
  }

  async close(): Promise<string | undefined> {
    return this.#file?.close();
  }

  #told({ reason, request }: TransportError) {
    return { reason: this.#secrets.redact(reason), request: this.#secrets.redact(request) };
  }
}
