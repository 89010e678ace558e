import type { Examination } from '../../../src/conformance/examination.ts';
import type { LedgerEntry } from '../../../src/conformance/ledger.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { answersWith, expectOfEvery } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { reading } from '../stage/calls.ts';
import { bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';

// The published examples break the rule themselves (K2, K3).
const PUBLISHED_TYPES = ['Forbidden', 'application/json'];

requirement('ERR-01', async (t) => {
  expectOfEvery(await errorAnswers(t), ({ exchange }) => {
    const { json, body, headers } = exchange.response;
    const type = headers['content-type'] ?? 'no content-type';
    t.expect(type.toLowerCase().includes('json'), 'a JSON media type', type, exchange);
    t.expect(typeof json === 'object' && json !== null, 'a JSON object', show(body), exchange);
    t.expectValue('#/components/schemas/ErrorMessage', exchange);
  });
});

requirement('ERR-02', async (t) => {
  // What is no error message at all is ERR-01's.
  const messages = (await errorAnswers(t)).filter(({ exchange }) => {
    const { status, message } = bodyOf(exchange);
    return status !== undefined || message !== undefined;
  });
  expectOfEvery(messages, ({ exchange }) => {
    const { status } = bodyOf(exchange);
    t.expect(status === exchange.response.status, `status ${exchange.response.status}`, show(status), exchange);
  });
});

requirement('ERR-03', async (t) => {
  expectOfEvery(await errorAnswers(t), ({ exchange }) => {
    const { type } = bodyOf(exchange);
    // That there is one is ERR-01's.
    if (type === undefined || type === null) return;
    const fits = typeof type === 'string' && (/^[a-z]+(_[a-z]+)*$/.test(type) || PUBLISHED_TYPES.includes(type));
    t.expect(fits, 'a type in lower case with underscores', show(type), exchange);
  });
});

requirement('ERR-04', async (t) => {
  expectOfEvery(await errorAnswers(t), ({ exchange }) => {
    const details = bodyOf(exchange)['details'] ?? [];
    const fits = Array.isArray(details) && details.every((detail) => typeof detail === 'object' && detail !== null);
    t.expect(fits, 'details to be an array of objects', show(details), exchange);
  });
});

/** Every refusal that has an error body of its own; at least that of an unknown customer. */
async function errorAnswers(t: Examination): Promise<LedgerEntry[]> {
  const unknown = await t.send(reading(builderOf(t).number()));
  t.controlAccepted(await t.send(reading(await knownCustomer(t))), 'reading a customer that exists');
  t.control(unknown.response.status === 404, 'an unknown number is answered 404');
  return answersWith(t, 400, 403, 404, 409);
}
