import type { Principal, PrincipalName } from '../auth/principal.ts';
import { Contract } from '../contract/contract.ts';
import { Client } from '../http/client.ts';
import { openConnections } from '../http/connection.ts';
import { cutWire } from '../http/cut-wire.ts';
import type { Exchange } from '../http/exchange.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { serviceFile } from '../spec/package-root.ts';
import type { Call } from './call.ts';
import { waitUntil, type Waited } from './convergence.ts';
import type { Counterpart } from './counterpart.ts';
import { Courier, type TokenWish } from './courier.ts';
import { announceCreation, settlementBy } from './creation.ts';
import { onInterruption } from './interruption.ts';
import { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';
import type { Mailbox } from './mailbox.ts';
import { openCounterpart } from './open-counterpart.ts';
import type { RunSettings } from './run-settings.ts';
import { Secrets } from './secrets.ts';
import { SuiteError } from './suite-error.ts';
import { Untestable } from './untestable.ts';
import { WaitingBoard, type Wait } from './waiting.ts';

/** On whose behalf something is waited for, and since when, in milliseconds since the epoch, if not from now on. */
interface Purpose extends Pick<Wait, 'by' | 'what'> {
  readonly since?: number | undefined;
  /** For how many milliseconds, if not the convergence time. */
  readonly forMs?: number | undefined;
}

const PATIENCE_MS = 60_000;
const ANYWHERE = 'http://localhost';

/** One run against one target: its connections, contract, ledger and journal. */
export class Run {
  readonly settings: RunSettings;
  readonly contract: Contract;
  readonly client: Client;
  readonly ledger = new Ledger();
  readonly journal: Journal;
  readonly secrets: Secrets;
  /** Whether what was read once is read ever after; if not, every state is given the whole convergence time. */
  isMonotonic = true;
  readonly #counterpart: Counterpart;
  readonly #courier: Courier;
  readonly #waiting = new WaitingBoard();
  /** The requirements by when they began. */
  readonly #ranks = new Map<string, number>();
  readonly #stopListening: () => void;

  private constructor(settings: RunSettings, contract: Contract, journal: Journal) {
    this.settings = settings;
    this.contract = contract;
    this.journal = journal;
    const { timeoutMs, rate } = settings;
    const isReplayed = settings.evidence?.isReplayed === true;
    this.client = new Client(isReplayed ? cutWire('a replay sends nothing') : openConnections(settings.connection), {
      timeoutMs,
      rate,
      patienceMs: PATIENCE_MS,
      onPause: (ms) =>
        this.#waiting.post({ by: 'the target', what: 'a pause that it asked for', until: Date.now() + ms }),
    });
    this.secrets = secretsOf(settings);
    this.#counterpart = openCounterpart(settings, this.secrets);
    const { client, secrets } = this;
    this.#courier = new Courier({ settings, contract, client, secrets, counterpart: this.#counterpart });
    this.#stopListening = onInterruption((reason) => this.client.halt(new Untestable(reason)));
  }

  /** Opens a run by the contract of its service, with a new journal or an unfinished one. Throws SpecError. */
  static async open(settings: RunSettings, journal = new Journal(settings.journalFile, settings)): Promise<Run> {
    return Run.under(await loadContract(settings.service), settings, journal);
  }

  /** Opens a run by a contract that is loaded already. */
  static under(contract: Contract, settings: RunSettings, journal = new Journal(settings.journalFile, settings)): Run {
    return new Run(settings, contract.at(settings.baseUrl), journal);
  }

  /** The principal of this name. Throws Untestable where it could not be resolved. */
  principal(name: PrincipalName): Principal {
    return this.#courier.principal(name);
  }

  /**
   * Sends a call `by` a requirement, or a stage that a requirement makes; checks both sides against the contract and keeps
   * books. Throws TransportError, SuiteError.
   */
  async send(call: Call, by: string, requirement = by): Promise<Exchange> {
    const principal = await this.#courier.renewed(call.as);
    const prepared = { ...this.#courier.prepare(call, principal, by), rank: this.#rankOf(requirement) };
    const faults = call.invalid === true ? [] : this.contract.checkRequest(prepared.recorded);
    if (faults.length > 0) throw new SuiteError(`${call.operation} request breaks the contract: ${faults.join('; ')}`);
    const entry = announceCreation(call, call.tenant ?? this.settings.tenant, this.journal);
    const exchange = await this.#courier.deliver({ call, principal, by, prepared }).catch((fault: unknown) => {
      const isUnsent = fault instanceof Untestable && !this.client.hasSent(prepared);
      if (entry) this.journal.settle(entry, { state: isUnsent ? 'refused' : 'unclear', at: this.now() });
      throw fault;
    });
    if (entry) this.journal.settle(entry, settlementBy(exchange, entry, this.now()));
    const operationId = this.contract.operationOf(exchange.request)?.id;
    const violations = this.contract.checkExchange(exchange);
    const invalid = call.invalid === true;
    this.ledger.record({ exchange, operation: operationId, violations, requirement, invalid });
    return exchange;
  }

  /** Asks the token endpoint for a grant, by default with the run's own client. Throws TransportError, Untestable. */
  async requestToken(wish: TokenWish, by: string): Promise<Exchange> {
    return this.#courier.requestToken(wish, by);
  }

  /** The mailbox that the target's letters reach, read by a requirement. Throws Untestable where none is configured. */
  mailbox(by: string): Mailbox {
    return this.#courier.mailbox(by);
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#counterpart.clock.now();
  }

  /** Looks again and again, on somebody's behalf, until `holds` or the time is over. */
  async waitUntil<T>(look: () => Promise<T>, holds: (seen: T) => boolean, purpose: Purpose): Promise<Waited<T>> {
    const { clock } = this.#counterpart;
    const { by, what, since = clock.now(), forMs = this.settings.convergenceMs } = purpose;
    const limitMs = since + forMs - clock.now();
    let waits = false;
    const onWait = () => {
      waits = true;
      this.#waiting.post({ by, what, until: Date.now() + limitMs });
    };
    try {
      const newDeadline = () => this.#counterpart.deadlineOf({ by, what });
      return await waitUntil(look, holds, { limitMs, clock, newDeadline, onWait, toTheEnd: !this.isMonotonic });
    } finally {
      // Most states are there at the first look, and nobody was told of a wait.
      if (waits) this.#waiting.post({ by, what, until: 0 });
    }
  }

  /** Sends again, even where the run was interrupted. */
  resume(): void {
    this.#stopListening();
    this.client.resume();
  }

  /** What began first goes first, its stages included: what is half done together would end together, and late. */
  #rankOf(requirement: string): number {
    const rank = this.#ranks.get(requirement) ?? this.#ranks.size;
    this.#ranks.set(requirement, rank);
    return rank;
  }

  /** Closes every connection, and the record of the run; returns in one line why that is not whole, if it is not. */
  async close(): Promise<string | undefined> {
    this.#stopListening();
    this.#waiting.close();
    await this.client.close();
    return this.#counterpart.close();
  }
}

/** Loads the contract of a service. Throws SpecError. */
export async function loadContract(service: string): Promise<Contract> {
  return new Contract(await loadSpec(serviceFile(service, 'openapi.yaml')), ANYWHERE);
}

function secretsOf({ principals, tokenEndpoint }: RunSettings): Secrets {
  const tokens = principals.map(({ token }) => token);
  const { clientId, clientSecret } = tokenEndpoint ?? {};
  return new Secrets([...tokens, clientSecret, clientSecret && `${clientId}:${clientSecret}`]);
}
