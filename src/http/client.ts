import type { Exchange, ReceivedResponse, SentRequest } from './exchange.ts';
import { LargeBodies } from './large-bodies.ts';
import { Liveness } from './liveness.ts';
import { Pace } from './pace.ts';
import { isGatewayTrouble, isRefusedForRate, isRepeatable, Repeats, requestedWait } from './repetition.ts';
import { sendOnce } from './send-once.ts';
import { TransportError } from './transport-error.ts';
import type { OutgoingRequest, Wire } from './wire.ts';

/** Limits of a client: milliseconds for one answer and for all waiting that a deployment may ask one request for, requests a second. */
export interface ClientLimits {
  readonly timeoutMs: number;
  readonly patienceMs: number;
  readonly rate?: number | undefined;
  /** Told when the deployment asks for a pause, in milliseconds. */
  readonly onPause?: (ms: number) => void;
}

/** A request with the form in which it is recorded: credentials replaced by the name of their variable. */
export interface PreparedRequest {
  readonly principal: string;
  readonly outgoing: OutgoingRequest;
  readonly recorded: SentRequest;
  /** Where many wait for their turn, the lowest rank is next; 0 where nothing is said. */
  readonly rank?: number;
}

/** What an attempt brings to an exchange. */
type Answered = Pick<Exchange, 'startedAt' | 'response'>;

/** Sends requests to one target; the only place that repeats any, and only as the rulings allow. */
export class Client {
  readonly #wire: Wire;
  readonly #limits: ClientLimits;
  readonly #pace: Pace;
  readonly #large = new LargeBodies();
  readonly #sent = new WeakSet<OutgoingRequest>();
  #liveness = new Liveness();
  #sequence = 0;

  constructor(wire: Wire, limits: ClientLimits) {
    this.#wire = wire;
    this.#limits = limits;
    this.#pace = new Pace(limits.rate);
  }

  /** How many requests have left, repeats included. */
  get requests(): number {
    return this.#sequence;
  }

  /** Sends a request. Throws TransportError where no complete answer arrived. */
  async send(prepared: PreparedRequest): Promise<Exchange> {
    const repeats = new Repeats();
    for (;;) {
      const sequence = (this.#sequence += 1);
      const answered = await this.#attempt(prepared, repeats);
      if (answered === undefined) continue;
      const { startedAt, response } = answered;
      if (this.#mayRepeat(prepared.outgoing, response, repeats)) continue;
      const durationMs = Date.now() - startedAt;
      const { principal, recorded } = prepared;
      return { sequence, principal, request: recorded, response, startedAt, durationMs, repeats: repeats.reasons };
    }
  }

  /** From now on every request that has not left fails with `reason`. */
  halt(reason: Error): void {
    this.#pace.halt(reason);
  }

  /** Lets requests leave again, to a target that had stopped answering, too. */
  resume(): void {
    this.#liveness = new Liveness();
    this.#pace.resume();
  }

  /** Whether a request has left at least once, whatever came of it. */
  hasSent(prepared: PreparedRequest): boolean {
    return this.#sent.has(prepared.outgoing);
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    await this.#wire.close();
  }

  /** The answer and when its request left, or undefined where a lone transport fault may be repeated. */
  async #attempt({ outgoing, rank }: PreparedRequest, repeats: Repeats): Promise<Answered | undefined> {
    let startedAt = Date.now();
    try {
      const response = await this.#pace.turn(async () => {
        startedAt = Date.now();
        this.#sent.add(outgoing);
        return this.#sendUnlessDown(outgoing);
      }, rank);
      this.#liveness.answered();
      return { startedAt, response };
    } catch (fault) {
      if (!(fault instanceof TransportError)) throw fault;
      this.#liveness.unanswered(startedAt, Date.now());
      const { isDown } = this.#liveness;
      if (repeats.isSpent || !isRepeatable(outgoing.method) || isDown || fault.isExpired) throw fault;
      repeats.spend(fault.message);
      return undefined;
    }
  }

  async #sendUnlessDown(outgoing: OutgoingRequest): Promise<ReceivedResponse> {
    if (!this.#liveness.isDown)
      return sendOnce(this.#wire, outgoing, { timeoutMs: this.#limits.timeoutMs, large: this.#large });
    throw TransportError.unsent(`${outgoing.method} ${outgoing.url}`);
  }

  #mayRepeat(outgoing: OutgoingRequest, response: ReceivedResponse, repeats: Repeats): boolean {
    const wait = requestedWait(response, Date.now());
    // How long others kept it waiting is no matter of this request.
    if (wait !== undefined && repeats.waitedMs + wait <= this.#limits.patienceMs) {
      this.#pace.pause(wait);
      this.#limits.onPause?.(wait);
      repeats.wait(wait, `answered ${response.status}, repeated after the requested ${wait} ms`);
      return true;
    }
    if (wait === undefined && isRefusedForRate(response)) this.#pace.slowDown();
    if (repeats.isSpent || !isGatewayTrouble(response) || !isRepeatable(outgoing.method)) return false;
    repeats.spend(`answered ${response.status}, repeated once`);
    return true;
  }
}
