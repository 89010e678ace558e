import { join } from 'node:path';
import { hasExpired } from '../auth/expiry.ts';
import type { Principal, PrincipalName } from '../auth/principal.ts';
import { Principals } from '../auth/principals.ts';
import { requestToken } from '../auth/token-request.ts';
import { Contract } from '../contract/contract.ts';
import { Client, type PreparedRequest } from '../http/client.ts';
import { openConnections } from '../http/connection.ts';
import type { Exchange } from '../http/exchange.ts';
import { loadSpec } from '../spec/load-spec.ts';
import { packageRoot } from '../spec/package-root.ts';
import type { Call } from './call.ts';
import { announceCreation, settleCreation } from './creation.ts';
import { onInterruption } from './interruption.ts';
import { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';
import { Mailbox } from './mailbox.ts';
import { prepareRequest } from './prepare-request.ts';
import type { RunSettings } from './run-settings.ts';
import { Secrets } from './secrets.ts';
import { SuiteError } from './suite-error.ts';
import { Untestable } from './untestable.ts';

const PATIENCE_MS = 60_000;

/** One run against one target: its connections, contract, ledger and journal. */
export class Run {
  readonly settings: RunSettings;
  readonly contract: Contract;
  readonly client: Client;
  readonly ledger = new Ledger();
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly #principals: Principals;
  readonly #stopListening: () => void;

  private constructor(settings: RunSettings, contract: Contract, journal: Journal) {
    this.settings = settings;
    this.contract = contract;
    const { timeoutMs, rate } = settings;
    this.client = new Client(openConnections(settings.connection), { timeoutMs, rate, patienceMs: PATIENCE_MS });
    this.journal = journal;
    this.#principals = new Principals(settings.principals, this.client, settings.tokenEndpoint);
    const tokens = settings.principals.map(({ token }) => token);
    const { clientId, clientSecret } = settings.tokenEndpoint ?? {};
    this.secrets = new Secrets([...tokens, clientSecret, clientSecret && `${clientId}:${clientSecret}`]);
    this.#stopListening = onInterruption((reason) => this.client.halt(new Untestable(reason)));
  }

  /** Loads the contract of the service and opens the run, with a new journal or an unfinished one. Throws SpecError. */
  static async open(settings: RunSettings, journal = new Journal(settings.journalFile, settings)): Promise<Run> {
    const spec = await loadSpec(join(packageRoot, 'specs', settings.service, 'openapi.yaml'));
    return new Run(settings, new Contract(spec, settings.baseUrl), journal);
  }

  /** The principal of this name. Throws Untestable where it could not be resolved. */
  principal(name: PrincipalName): Principal {
    const found = this.#principals.get(name);
    if (found === undefined) throw new SuiteError(`no principal is called ${name}`);
    if (found.missing !== undefined) throw new Untestable(`the ${name} principal is missing: ${found.missing}`);
    return found;
  }

  /** Sends a call, checks both sides against the contract and keeps books. Throws TransportError, SuiteError. */
  async send(call: Call, requirement: string): Promise<Exchange> {
    const principal = await this.#renewed(call.as);
    const { recorded } = this.#prepare(call, principal, requirement);
    const faults = call.invalid === true ? [] : this.contract.checkRequest(recorded);
    if (faults.length > 0) throw new SuiteError(`${call.operation} request breaks the contract: ${faults.join('; ')}`);
    const entry = announceCreation(call, call.tenant ?? this.settings.tenant, this.journal);
    const exchange = await this.#deliver(call, principal, requirement).catch((fault: unknown) => {
      // What was interrupted never left.
      if (entry) this.journal.settle(entry, fault instanceof Untestable ? 'refused' : 'unclear');
      throw fault;
    });
    if (entry) settleCreation(entry, exchange, this.journal);
    const operationId = this.contract.operationOf(exchange.request)?.id;
    const violations = this.contract.checkExchange(exchange);
    const invalid = call.invalid === true;
    this.ledger.record({ exchange, operation: operationId, violations, requirement, invalid });
    return exchange;
  }

  /** Sends a call, and once more where its token expired while it waited for its turn or was under way. */
  async #deliver(call: Call, principal: Principal, requirement: string): Promise<Exchange> {
    const exchange = await this.client.send(this.#prepare(call, principal, requirement));
    if (!hasExpired(principal, exchange)) return exchange;
    const renewed = await this.#renewed(call.as, principal.token);
    const again = await this.client.send(this.#prepare(call, renewed, requirement));
    return {
      ...again,
      repeats: ['answered 401 after its token had expired, repeated with a new one', ...again.repeats],
    };
  }

  #prepare(call: Call, principal: Principal, requirement: string): PreparedRequest {
    return prepareRequest(call, this.contract.operation(call.operation), principal, this.settings, requirement);
  }

  async #renewed(name: PrincipalName, refused?: string): Promise<Principal> {
    await this.#principals.renew(name, refused);
    const principal = this.principal(name);
    this.secrets.add(principal.token);
    return principal;
  }

  /** Sends again, even where the run was interrupted. */
  resume(): void {
    this.#stopListening();
    this.client.resume();
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    this.#stopListening();
    await this.client.close();
  }

  /** Asks the token endpoint for a grant, by default with the run's own client. Throws TransportError, Untestable. */
  async requestToken(wish: TokenWish): Promise<Exchange> {
    const { tokenEndpoint } = this.settings;
    if (tokenEndpoint === undefined) throw new Untestable('no client credentials are configured');
    return requestToken(this.client, { ...tokenEndpoint, ...wish }, wish.scope);
  }

  /** The mailbox that the target's letters reach. Throws Untestable where none is configured. */
  mailbox(): Mailbox {
    const { mailboxUrl } = this.settings;
    if (mailboxUrl === undefined) throw new Untestable('TARGET_MAIL_SINK is not set');
    return new Mailbox(mailboxUrl);
  }
}

/** What to ask a token endpoint for; what is left out is the run's own. */
export interface TokenWish {
  readonly scope?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}
