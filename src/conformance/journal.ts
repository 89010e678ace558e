import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** A customer that the run may have created; `number` is known as soon as the target told it. */
export interface JournalEntry {
  readonly tenant: string;
  readonly email: string | undefined;
  number: string | undefined;
  state: 'announced' | 'created' | 'refused' | 'unclear' | 'deleted';
}

/** What a run creates, written to disk before the request leaves; only this decides what is deleted. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  /** Notes that a customer is about to be created. */
  announce(tenant: string, email: string | undefined, number: string | undefined): JournalEntry {
    const entry: JournalEntry = { tenant, email, number, state: 'announced' };
    this.entries.push(entry);
    this.#write(entry);
    return entry;
  }

  /** Notes what became of an announced customer. */
  settle(entry: JournalEntry, state: JournalEntry['state'], number?: string): void {
    entry.state = state;
    entry.number = number ?? entry.number;
    this.#write(entry);
  }

  /** The entry of a customer that may still exist. */
  find(tenant: string, number: string): JournalEntry | undefined {
    return this.entries.find(
      (entry) => entry.tenant === tenant && entry.number === number && entry.state !== 'deleted',
    );
  }

  #write(entry: JournalEntry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}
