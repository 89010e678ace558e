import { request } from 'undici';
import { Untestable } from './untestable.ts';

/** What the target's mail arrives in, read through Mailpit's HTTP interface. */
export class Mailbox {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url.replace(/\/+$/, '');
  }

  /** How many letters have come for an address. Throws Untestable where the mailbox cannot be read. */
  async count(address: string): Promise<number> {
    const query = encodeURIComponent(`to:"${address}"`);
    try {
      const { statusCode, body } = await request(`${this.#url}/api/v1/search?query=${query}`);
      const answer: unknown = await body.json();
      if (statusCode === 200 && typeof answer === 'object' && answer !== null && 'messages' in answer) {
        return Array.isArray(answer.messages) ? answer.messages.length : 0;
      }
    } catch {
      // Told below, like any other answer that is not Mailpit's.
    }
    throw new Untestable(`the mailbox at ${this.#url} cannot be read`);
  }
}
