import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { isGatewayTrouble } from '../../../src/http/repetition.ts';
import { expectOfEvery, isOversized } from '../stage/answers.ts';
import { reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { invalidCreations, invalidReads, invalidUpdates } from '../stage/invalid-calls.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { show } from '../stage/json.ts';

const CUSTOMERS = 5;

const TRACES = [
  /<html|<!doctype/i,
  /at [\w$.<>]+\([\w$]+\.(java|kt|scala):\d+\)/,
  /^\s*at .+:\d+:\d+\)?$/m,
  /Traceback \(most recent call last\)/,
  /goroutine \d+ \[running\]/,
];

requirement('ERR-05', async (t) => {
  await sendInvalid(t);
  // A gateway that breaks over a large request says nothing of the API behind it.
  const invalid = t.run.ledger.select(
    (entry) => entry.invalid && !(isOversized(entry) && isGatewayTrouble(entry.exchange.response)),
  );
  expectOfEvery(invalid, ({ exchange }) => {
    const { status } = exchange.response;
    t.expect(status < 500, 'invalid input not to be a server error', `status ${status}`, exchange);
  });
});

requirement('ERR-06', async (t) => {
  await sendInvalid(t);
  // What a gateway says is not of the API behind it.
  const refused = t.run.ledger.select(
    (entry) =>
      entry.exchange.response.status >= 400 && !isOversized(entry) && !isGatewayTrouble(entry.exchange.response),
  );
  expectOfEvery(refused, ({ exchange }) => {
    const { body, headers } = exchange.response;
    const isHtml = (headers['content-type'] ?? '').toLowerCase().includes('html');
    const text = body.replaceAll(/\\[nrt]/g, '\n');
    const leaks = isHtml || TRACES.some((trace) => trace.test(text));
    t.expect(!leaks, 'an error body without HTML or a stack trace', show(body), exchange);
  });
});

/** Sends invalid requests, and as a control the right one. */
async function sendInvalid(t: Examination): Promise<void> {
  const known = await knownCustomer(t);
  const send = async (call: Call) => t.send({ ...call, invalid: true });
  await Promise.all(invalidReads(known).map((call) => send(call)));
  if (t.claims('writes')) await sendInvalidWrites(t, send);
  t.controlAccepted(await t.send(reading(known)), 'reading a customer that exists');
}

/** Changes meet a customer one after the other, so several customers share them. */
async function sendInvalidWrites(t: Examination, send: (call: Call) => Promise<unknown>): Promise<void> {
  await Promise.all(invalidCreations(t).map((call) => send(call)));
  await Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, share) => {
      const updates = invalidUpdates(await createCustomer(t)).filter((__, index) => index % CUSTOMERS === share);
      for (const update of updates) await send(update);
    }),
  );
}
