import { request, type Dispatcher } from 'undici';
import { joinHeaders, type IncomingAnswer, type OutgoingRequest, type Wire } from './wire.ts';

/** HTTP/1.1 over a pool of kept-alive connections. */
export class Http1Wire implements Wire {
  readonly #dispatcher: Dispatcher;

  constructor(dispatcher: Dispatcher) {
    this.#dispatcher = dispatcher;
  }

  async send({ url, method, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<IncomingAnswer> {
    const options = { dispatcher: this.#dispatcher, method, headers, body: body ?? null, signal };
    const answer = await request(url, options);
    return { status: answer.statusCode, headers: joinHeaders(answer.headers), body: answer.body };
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }
}
