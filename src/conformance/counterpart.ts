import type { Exchange, SentRequest } from '../http/exchange.ts';
import type { Clock } from './clock.ts';

/** What a run wants to know: on whose behalf, as which principal, and the request as it is recorded. */
export interface Question {
  /** The requirement, or the stage that several of them share. */
  readonly by: string;
  readonly principal: string;
  readonly request: SentRequest;
}

/** On whose behalf, and for what, somebody looks again and again. */
export interface Patient {
  readonly by: string;
  readonly what: string;
}

/** Whether to give up after so many looks; `isPast` tells what the clock says. */
export type Deadline = (looks: number, isPast: boolean) => boolean;

/** What answers a run: the outside world, or the record of an earlier run. */
export interface Counterpart {
  readonly clock: Clock;
  /** The answer to a question; `ask` puts it to the outside world. Throws what that throws, Untestable without a record. */
  answer(question: Question, ask: () => Promise<Exchange>): Promise<Exchange>;
  /** When who begins to look now gives up: by the clock, or after as many looks as in the record. */
  deadlineOf(patient: Patient): Deadline;
  /** Ends the record; returns in one line why it is not whole, if it is not. */
  close(): Promise<string | undefined>;
}
