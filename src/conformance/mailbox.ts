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
    return (await this.#search(address)).length;
  }

  /** What the letters to an address say; those that the mailbox does not show are left out. Throws Untestable. */
  async texts(address: string): Promise<string[]> {
    const found = await this.#search(address);
    const letters = await Promise.all(found.map((letter) => this.#get(`message/${memberOf(letter, 'ID')}`)));
    return letters
      .map((letter) => memberOf(letter, 'Text') + memberOf(letter, 'HTML'))
      .filter((text) => text.trim() !== '');
  }

  async #search(address: string): Promise<unknown[]> {
    const answer = await this.#get(`search?query=${encodeURIComponent(`to:"${address}"`)}`);
    if (typeof answer === 'object' && answer !== null && 'messages' in answer) {
      return Array.isArray(answer.messages) ? answer.messages : [];
    }
    throw new Untestable(`the mailbox at ${this.#url} cannot be read`);
  }

  /** What Mailpit says under a path; undefined where it does not answer, or not like Mailpit. */
  async #get(path: string): Promise<unknown> {
    try {
      const { statusCode, body } = await request(`${this.#url}/api/v1/${path}`);
      const answer: unknown = await body.json();
      return statusCode === 200 ? answer : undefined;
    } catch {
      return undefined;
    }
  }
}

function memberOf(value: unknown, name: string): string {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' ? member : '';
}
