import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { ArrivingBody } from './arriving-body.ts';
import { isRepeatable } from './repetition.ts';
import { joinHeaders, type IncomingAnswer, type OutgoingRequest, type Wire } from './wire.ts';

/** HTTP/1.1 over a pool of kept-alive connections. */
export class Http1Wire implements Wire {
  readonly #dispatcher: Dispatcher;

  constructor(dispatcher: Dispatcher) {
    this.#dispatcher = dispatcher;
  }

  async send({ url, method, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<IncomingAnswer> {
    const { origin, pathname, search } = new URL(url);
    // Where the server has closed a connection meanwhile, that is known once the events that wait are seen to.
    if (!isRepeatable(method)) await nextTurn();
    const options = { origin, path: `${pathname}${search}`, method, headers, body: body ?? null };
    return new Promise((resolve, reject) => {
      this.#dispatcher.dispatch(options, receiver(signal, resolve, reject));
    });
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }
}

/** Takes an answer from undici as it comes, in a fraction of the time that its own streams take. */
function receiver(
  signal: AbortSignal,
  resolve: (answer: IncomingAnswer) => void,
  reject: (fault: Error) => void,
): Dispatcher.DispatchHandler {
  let body: ArrivingBody | undefined;
  return {
    onRequestStart(controller) {
      const abort = () => controller.abort(new Error('the answer is not waited for any more'));
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    },
    onResponseStart(controller, status, headers) {
      if (status < 200) return;
      body = new ArrivingBody(controller);
      resolve({ status, headers: joinHeaders(headers), body });
    },
    onResponseData: (_controller, chunk) => body?.add(chunk),
    onResponseEnd: () => body?.finish(),
    onResponseError(_controller, fault) {
      body?.finish(fault);
      reject(fault);
    },
  };
}
