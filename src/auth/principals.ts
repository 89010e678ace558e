import type { Client } from '../http/client.ts';
import { TransportError } from '../http/transport-error.ts';
import { findSurplus, readGrantedToken } from './granted-token.ts';
import type { Principal, PrincipalName } from './principal.ts';
import { requestToken, type ClientCredentials } from './token-request.ts';

/** The principals of a run; tokens that a client was granted are renewed before they expire. */
export class Principals {
  readonly #known: Map<PrincipalName, Principal>;
  readonly #renewals = new Map<PrincipalName, Promise<void>>();
  readonly #client: Client;
  readonly #endpoint: ClientCredentials | undefined;

  constructor(principals: readonly Principal[], client: Client, endpoint: ClientCredentials | undefined) {
    this.#known = new Map(principals.map((principal) => [principal.name, principal]));
    this.#client = client;
    this.#endpoint = endpoint;
  }

  /** The principal of this name as it is now. */
  get(name: PrincipalName): Principal | undefined {
    return this.#known.get(name);
  }

  /**
   * Renews the token of a principal if that is due, or if it is still the one that was refused; many callers at once
   * share one renewal. Throws only what a client was halted with.
   */
  async renew(name: PrincipalName, refused?: string): Promise<void> {
    const principal = this.#known.get(name);
    if (principal?.grant === undefined) return;
    if (Date.now() < principal.grant.renewAt && principal.token !== refused) return;
    const renewal = this.#renewals.get(name) ?? this.#replace(principal, principal.grant.scope);
    this.#renewals.set(name, renewal);
    try {
      await renewal;
    } finally {
      this.#renewals.delete(name);
    }
  }

  async #replace(principal: Principal, scope: string): Promise<void> {
    const granted = await this.#ask(scope);
    if (typeof granted !== 'string') {
      const { accessToken: token, lifetime } = granted;
      this.#known.set(principal.name, {
        ...principal,
        token,
        grant: lifetime && { scope, ...lifetime },
        missing: undefined,
      });
      return;
    }
    // Until it has expired, the old token does.
    if (principal.grant === undefined || Date.now() < principal.grant.expiresAt) return;
    const missing = `its token has expired and could not be renewed: ${granted}`;
    this.#known.set(principal.name, { ...principal, missing });
  }

  async #ask(scope: string) {
    if (this.#endpoint === undefined) return 'no client credentials are configured';
    try {
      const { response } = await requestToken(this.#client, this.#endpoint, scope);
      const granted = readGrantedToken(response, scope);
      return typeof granted === 'string' ? granted : (findSurplus(granted, scope) ?? granted);
    } catch (fault) {
      if (fault instanceof TransportError) return fault.message;
      throw fault;
    }
  }
}
