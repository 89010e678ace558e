import type { Exchange } from '../http/exchange.ts';
import type { Call } from './call.ts';
import type { Requirement } from './catalogue.ts';
import type { Convergence, Waited } from './convergence.ts';
import type { TokenWish } from './courier.ts';
import type { Feature } from './feature.ts';
import type { Mailbox } from './mailbox.ts';
import type { Run } from './run.ts';

// What is put off until later waits for a moment or a second as a rule; only a longer look would cost every run more.
const LATE_MS = 2_000;

/** What an observation has gathered. */
type Seen = Pick<Observation, 'exchanges' | 'convergences' | 'notes'>;

function nothingSeen(): Seen {
  return { exchanges: [], convergences: [], notes: [] };
}

/** What is observed for one requirement: it sends, looks again, and keeps what it saw. */
export class Observation {
  readonly requirement: Requirement;
  readonly run: Run;
  /** On whose behalf requests are sent and data is made: the requirement, or a stage that several of them share. */
  readonly label: string;
  readonly exchanges: Exchange[];
  readonly convergences: Convergence[];
  readonly notes: string[];

  constructor(requirement: Requirement, run: Run, label = requirement.id, seen: Seen = nothingSeen()) {
    this.requirement = requirement;
    this.run = run;
    this.label = label;
    this.exchanges = seen.exchanges;
    this.convergences = seen.convergences;
    this.notes = seen.notes;
  }

  /** Whether a feature is claimed and usable, for cases that widen a check. */
  claims(feature: Feature): boolean {
    return this.run.settings.claims.includes(feature) && this.run.settings.missing[feature] === undefined;
  }

  /** Sends a call. Throws TransportError where no answer came, SuiteError where the call itself is wrong. */
  async send(call: Call): Promise<Exchange> {
    const exchange = await this.run.send(call, this.label, this.requirement.id);
    this.exchanges.push(exchange);
    return exchange;
  }

  /** Asks the token endpoint for a grant. Throws TransportError, and Untestable where there is no client. */
  async requestToken(wish: TokenWish = {}): Promise<Exchange> {
    const exchange = await this.run.requestToken(wish, this.label);
    this.exchanges.push(exchange);
    return exchange;
  }

  /** The mailbox that the target's letters reach. Throws Untestable where none is configured. */
  mailbox(): Mailbox {
    return this.run.mailbox(this.label);
  }

  /** Notes something that a reader should know though it decides nothing. */
  note(text: string): void {
    this.notes.push(text);
  }

  /** Looks again and again until `holds` or the convergence time is over, which is no fault here. */
  async waitUntil<T>(
    look: () => Promise<T>,
    holds: (seen: T) => boolean,
    what = 'a steady answer',
  ): Promise<Waited<T>> {
    return this.run.waitUntil(look, holds, { by: this.requirement.id, what });
  }

  /** Looks again and again, for as long as what comes late may take in milliseconds, whether something ends that should stay. */
  async watch<T>(look: () => Promise<T>, ends: (seen: T) => boolean, ms = LATE_MS): Promise<void> {
    await this.run.waitUntil(look, ends, { by: this.requirement.id, what: 'what comes late', forMs: ms });
  }
}
