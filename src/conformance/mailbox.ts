import { request } from 'undici';
import type { Exchange, SentRequest } from '../http/exchange.ts';
import { parseJson } from '../http/parse-json.ts';
import { describeTransportFault, TransportError } from '../http/transport-error.ts';
import type { Counterpart } from './counterpart.ts';
import { Untestable } from './untestable.ts';

/** Where letters are read, and how many milliseconds an answer may take. */
interface MailServer {
  readonly url: string;
  readonly timeoutMs: number;
}

/** What the target's mail arrives in, read through Mailpit's HTTP interface. */
export class Mailbox {
  readonly #server: MailServer;
  readonly #by: string;
  readonly #counterpart: Counterpart;

  /** Reads `by` a requirement, from a server at `url` that has `timeoutMs` for each answer. */
  constructor({ url, timeoutMs }: MailServer, by: string, counterpart: Counterpart) {
    this.#server = { url: url.replace(/\/+$/, ''), timeoutMs };
    this.#by = by;
    this.#counterpart = counterpart;
  }

  /** How many letters have come for an address. Throws Untestable where the mailbox cannot be read. */
  async count(address: string): Promise<number> {
    return (await this.#search(address)).length;
  }

  /** What the letters to an address are about. Throws Untestable. */
  async subjects(address: string): Promise<string[]> {
    return (await this.#search(address)).map((letter) => memberOf(letter, 'Subject'));
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
    throw new Untestable(`the mailbox that TARGET_MAIL_SINK names cannot be read`);
  }

  /** What Mailpit says under a path; undefined where it does not answer, or not like Mailpit. */
  async #get(path: string): Promise<unknown> {
    // Where the server is may hold a password, and tells nothing.
    const asked = { method: 'GET', url: `mailbox:/api/v1/${path}`, headers: {}, body: undefined };
    const question = { by: this.#by, principal: 'mailbox', request: asked };
    const ask = async () => read(`/api/v1/${path}`, this.#server, asked);
    const { response } = await this.#counterpart.answer(question, ask).catch((fault: unknown) => {
      if (fault instanceof TransportError) return { response: undefined };
      throw fault;
    });
    return response?.status === 200 ? response.json : undefined;
  }
}

/** Reads a page of the mailbox, recorded as `asked`. Throws TransportError. */
async function read(path: string, { url, timeoutMs }: MailServer, asked: SentRequest): Promise<Exchange> {
  const startedAt = Date.now();
  try {
    const { statusCode: status, body } = await request(url + path, { signal: AbortSignal.timeout(timeoutMs) });
    const text = await body.text();
    const response = { status, headers: {}, body: text, json: parseJson(text).value };
    const durationMs = Date.now() - startedAt;
    return { sequence: 0, principal: 'mailbox', request: asked, response, startedAt, durationMs, repeats: [] };
  } catch (cause) {
    throw new TransportError(describeTransportFault(cause), `GET ${asked.url}`, { cause });
  }
}

function memberOf(value: unknown, name: string): string {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' ? member : '';
}
