import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whose journal it is: the run, and the deployment that it works on. */
export interface JournalHead {
  readonly runId: string;
  readonly baseUrl: string;
}

/** A customer that the run may have created; `number` is known as soon as the target told it. */
export interface JournalEntry {
  /** Tells the entries of one journal apart. */
  readonly n: number;
  readonly tenant: string;
  readonly email: string | undefined;
  number: string | undefined;
  state: 'announced' | Settlement['state'];
  /** When that became known, as its settlement says. */
  settledAt?: number;
}

/** What became of a customer that was announced. */
export interface Settlement {
  readonly state: 'created' | 'refused' | 'unclear' | 'deleted';
  /** Milliseconds since the epoch by the clock of the run, which in a replay is not this machine's. */
  readonly at: number;
  readonly number?: string | undefined;
}

/** What a run creates, written to disk before the request leaves; only this decides what is deleted. */
export class Journal {
  readonly file: string;
  readonly entries: JournalEntry[];
  #isOnDisk: boolean;
  #opened: number | undefined;
  readonly #head: JournalHead;

  /** Opens a journal, or goes on with one of which `entries` are known. Nothing is written before the first creation. */
  constructor(file: string, head: JournalHead, entries: readonly JournalEntry[] = []) {
    this.file = file;
    this.#head = head;
    this.entries = [...entries];
    this.#isOnDisk = entries.length > 0;
  }

  /** The entries of which a customer may still exist. */
  get open(): JournalEntry[] {
    return this.entries.filter(({ state }) => state !== 'deleted' && state !== 'refused');
  }

  /** Notes that a customer is about to be created. */
  announce(tenant: string, email: string | undefined, number: string | undefined): JournalEntry {
    const entry: JournalEntry = { n: this.entries.length, tenant, email, number, state: 'announced' };
    this.entries.push(entry);
    this.#write(entry);
    return entry;
  }

  /** Notes what became of an announced customer. */
  settle(entry: JournalEntry, { state, at, number = entry.number }: Settlement): void {
    entry.state = state;
    entry.settledAt = at;
    entry.number = number;
    this.#write(entry);
  }

  /** Whether a customer is known to be this run's. */
  has(tenant: string, number: string): boolean {
    return this.entries.some(
      (entry) => entry.tenant === tenant && entry.number === number && entry.state === 'created',
    );
  }

  /** Removes the file once nothing is left that could be deleted. */
  close(): void {
    if (this.#opened !== undefined) closeSync(this.#opened);
    this.#opened = undefined;
    if (!this.open.some((entry) => isTraceable(entry))) rmSync(this.file, { force: true });
  }

  #write(entry: JournalEntry): void {
    if (!this.#isOnDisk) this.#append(this.#head);
    this.#append(entry);
  }

  #append(line: object): void {
    this.#isOnDisk = true;
    writeSync((this.#opened ??= this.#open()), `${JSON.stringify(line)}\n`);
  }

  #open(): number {
    mkdirSync(dirname(this.file), { recursive: true });
    return openSync(this.file, 'a');
  }
}

/** Whether a customer could be found again: a creation without address or number leaves nothing to look for. */
export function isTraceable({ email, number }: JournalEntry): boolean {
  return email !== undefined || number !== undefined;
}

/** An entry in one line, for people who have to look after it. */
export function describeEntry({ number, email, state }: JournalEntry): string {
  return `${number ?? 'unknown number'} (${email ?? 'no e-mail'}, ${state})`;
}
