import { hasExpired } from '../auth/expiry.ts';
import type { Principal, PrincipalName } from '../auth/principal.ts';
import { Principals } from '../auth/principals.ts';
import { requestToken, tokenRequest } from '../auth/token-request.ts';
import type { Contract } from '../contract/contract.ts';
import type { Client, PreparedRequest } from '../http/client.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Call } from './call.ts';
import type { Counterpart } from './counterpart.ts';
import { Mailbox } from './mailbox.ts';
import { prepareRequest } from './prepare-request.ts';
import type { RunSettings } from './run-settings.ts';
import type { Secrets } from './secrets.ts';
import { SuiteError } from './suite-error.ts';
import { Untestable } from './untestable.ts';

/** What to ask a token endpoint for; what is left out is the run's own. */
export interface TokenWish {
  readonly scope?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** A call with its request, whose token belongs to `principal`, on behalf of a requirement or stage. */
export interface Errand {
  readonly call: Call;
  readonly principal: Principal;
  readonly by: string;
  readonly prepared: PreparedRequest;
}

/** What a courier works with. */
export interface CourierParts {
  readonly settings: RunSettings;
  readonly contract: Contract;
  readonly client: Client;
  readonly counterpart: Counterpart;
  readonly secrets: Secrets;
}

/** Takes a run's questions to its counterpart, with the credentials of whoever asks. */
export class Courier {
  readonly #parts: CourierParts;
  readonly #principals: Principals;

  constructor(parts: CourierParts) {
    this.#parts = parts;
    const { principals, tokenEndpoint } = parts.settings;
    this.#principals = new Principals(principals, parts.client, tokenEndpoint);
  }

  /** The principal of this name. Throws Untestable where it could not be resolved. */
  principal(name: PrincipalName): Principal {
    const found = this.#principals.get(name);
    if (found === undefined) throw new SuiteError(`no principal is called ${name}`);
    if (found.missing !== undefined) throw new Untestable(`the ${name} principal is missing: ${found.missing}`);
    return found;
  }

  /** The principal with a token that has not expired. Throws Untestable. */
  async renewed(name: PrincipalName, refused?: string): Promise<Principal> {
    await this.#principals.renew(name, refused);
    const principal = this.principal(name);
    this.#parts.secrets.add(principal.token);
    return principal;
  }

  /** The request of a call, `by` a requirement or stage. */
  prepare(call: Call, principal: Principal, by: string): PreparedRequest {
    const { contract, settings } = this.#parts;
    return prepareRequest(call, contract.operation(call.operation), principal, settings, by);
  }

  /** The answer to a call. Throws TransportError, Untestable. */
  async deliver(errand: Errand): Promise<Exchange> {
    const { call, by, prepared } = errand;
    const question = { by, principal: call.as, request: prepared.recorded };
    return this.#parts.counterpart.answer(question, async () => this.#send(errand));
  }

  /** Asks the token endpoint for a grant. Throws TransportError, Untestable. */
  async requestToken(wish: TokenWish, by: string): Promise<Exchange> {
    const { settings, client, counterpart } = this.#parts;
    if (settings.tokenEndpoint === undefined) throw new Untestable('no client credentials are configured');
    const credentials = { ...settings.tokenEndpoint, ...wish };
    const question = { by, principal: 'client', request: tokenRequest(credentials, wish.scope) };
    return counterpart.answer(question, async () => requestToken(client, credentials, wish.scope));
  }

  /** The mailbox that the target's letters reach. Throws Untestable where none is configured. */
  mailbox(by: string): Mailbox {
    const { settings, counterpart } = this.#parts;
    if (settings.mailboxUrl === undefined) throw new Untestable('TARGET_MAIL_SINK is not set');
    return new Mailbox({ url: settings.mailboxUrl, timeoutMs: settings.timeoutMs }, by, counterpart);
  }

  /** Sends a call, and once more where its token expired while it waited for its turn or was under way. */
  async #send({ call, principal, by, prepared }: Errand): Promise<Exchange> {
    const { client } = this.#parts;
    const exchange = await client.send(prepared);
    if (!hasExpired(principal, exchange)) return exchange;
    const renewed = await this.renewed(call.as, principal.token);
    const again = await client.send(this.prepare(call, renewed, by));
    const reason = 'answered 401 after its token had expired, repeated with a new one';
    return { ...again, repeats: [reason, ...again.repeats] };
  }
}
