import type { Violation } from '../contract/violation.ts';
import type { Exchange } from '../http/exchange.ts';
import { allowedStatuses, describeAnswer, excerptOfAnswer, isAccepted } from './answer.ts';
import { examineCases } from './cases.ts';
import { ContractFailure } from './contract-failure.ts';
import { findingOf } from './finding.ts';
import { Observation } from './observation.ts';
import { Untestable } from './untestable.ts';

/** What was expected of an exchange; where that stands, and what was received, are known as a rule. */
interface Departure {
  readonly expected: string;
  readonly exchange: Exchange;
  readonly received?: string | undefined;
  readonly pointer?: string | undefined;
}

/** The examination of one requirement: it expects and controls what it sees. */
export class Examination extends Observation {
  /** The same examination at work on a stage, so that what is sent does not depend on who makes it. */
  onStage(label: string): Examination {
    return new Examination(this.requirement, this.run, label, this);
  }

  /** Expects an answer's status to be one of `statuses`. Throws ContractFailure. */
  expectStatus(exchange: Exchange, ...statuses: readonly number[]): void {
    if (allowedStatuses(exchange, statuses).includes(exchange.response.status)) return;
    this.fail({ expected: `status ${statuses.join(' or ')}`, exchange, pointer: this.#place(exchange, statuses[0]) });
  }

  /** Expects the target to have taken a request, with whichever 2xx. Throws ContractFailure. */
  expectAccepted(exchange: Exchange): void {
    if (!isAccepted(exchange)) this.fail({ expected: 'the request to be accepted (2xx)', exchange });
  }

  /** Expects `holds`. Throws ContractFailure with both phrases and the exchanges that show it. */
  expect(holds: boolean, expected: string, received: string, ...exchanges: readonly Exchange[]): void {
    if (!holds) throw new ContractFailure([{ expected, received, exchanges, pointer: this.#source() }]);
  }

  /** A positive control: what the check needs to be able to fail. Throws Untestable where it does not hold. */
  control(holds: boolean, what: string): void {
    if (!holds) throw new Untestable(`control failed: ${what}`);
  }

  /** The control of a refusal: the same request with the one change undone has to be accepted. */
  controlAccepted(exchange: Exchange, what = 'the same request in its right form'): void {
    const { method, url } = exchange.request;
    const { status, body } = exchange.response;
    const words = body === '' ? '' : `: ${excerptOfAnswer(exchange)}`;
    this.control(isAccepted(exchange), `${what} was answered ${status} (${method} ${url})${words}`);
  }

  /**
   * Expects a state to be reached within the convergence time; returns the exchange that shows it. What was received
   * instead is told by `describe`, by the status and body as a rule. Throws ContractFailure.
   */
  async eventually(
    expected: string,
    look: () => Promise<Exchange>,
    holds: (seen: Exchange) => boolean,
    describe?: (seen: Exchange) => string | undefined,
  ): Promise<Exchange> {
    const { held, seen } = await this.#wait(expected, look, holds);
    if (!held) {
      const inTime = `${expected} within ${this.run.settings.convergenceMs} ms`;
      this.fail({ expected: inTime, exchange: seen, received: describe?.(seen) });
    }
    return seen;
  }

  /** Like `eventually`, for a prerequisite. Throws Untestable where the state is not reached. */
  async settled(what: string, look: () => Promise<Exchange>, holds: (seen: Exchange) => boolean): Promise<Exchange> {
    const waited = await this.#wait(what, look, holds);
    this.control(waited.held, `${what} within ${this.run.settings.convergenceMs} ms`);
    return waited.seen;
  }

  /** Examines every named case at once and fails with the findings of all that fail. Throws as the gravest of them. */
  async each<T>(cases: Readonly<Record<string, T>>, examine: (item: T, label: string) => Promise<void>): Promise<void> {
    await examineCases(cases, examine);
  }

  /** Expects an answer to have no violation of the contract. */
  expectContract(exchange: Exchange): void {
    this.failOn(this.run.contract.checkExchange(exchange), exchange);
  }

  /** Expects a JSON body to fit the schema at a pointer into the contract. Throws ContractFailure. */
  expectValue(pointer: string, exchange: Exchange): void {
    const misfits = this.run.contract.checkValue(pointer, exchange.response.json);
    this.failOn(
      misfits.map((misfit) => ({ kind: 'body' as const, ...misfit, pointer })),
      exchange,
    );
  }

  /** Throws ContractFailure where there are violations, one finding each. */
  failOn(violations: readonly Violation[], exchange: Exchange): void {
    if (violations.length > 0) throw new ContractFailure(violations.map((violation) => findingOf(violation, exchange)));
  }

  /** Fails with what an exchange shows. */
  fail({ expected, exchange, received, pointer }: Departure): never {
    throw new ContractFailure([
      {
        expected,
        received: received ?? describeAnswer(exchange),
        pointer: pointer ?? this.#source(),
        exchanges: [exchange],
      },
    ]);
  }

  async #wait(what: string, look: () => Promise<Exchange>, holds: (seen: Exchange) => boolean) {
    const waited = await this.waitUntil(look, holds, what);
    if (waited.held) this.convergences.push({ what, ms: waited.ms });
    return waited;
  }

  #place(exchange: Exchange, status: number | undefined): string | undefined {
    const operation = this.run.contract.operationOf(exchange.request);
    return operation && `${operation.pointer}/responses/${status}`;
  }

  #source(): string {
    return Object.entries(this.requirement.source)
      .map(([kind, place]) => (kind === 'pointer' ? place : `${kind}: ${place}`))
      .join();
  }
}
