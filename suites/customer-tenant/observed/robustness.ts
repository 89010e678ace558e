import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { isGatewayTrouble } from '../../../src/http/repetition.ts';
import { expectOfEvery, isOversized } from '../stage/answers.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, listing, patching, reading, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { show } from '../stage/json.ts';

// Beyond what a number may have, and beyond what columns of databases hold.
const LONG_NUMBERS = [67, 150, 2_000];

const SORTS = ['conformanceProbe:sideways', '', ':asc', 'contactEmail:', ':'];

// Deeper than parsers go that call themselves for each level; it never ends, so that nobody is created from it.
const DEEP = '['.repeat(20_000);

// More than any number that machines count with.
const LARGEST = '99999999999999999999';

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

/** Sends a few invalid requests, and as a control the right one. */
async function sendInvalid(t: Examination): Promise<void> {
  const known = await knownCustomer(t);
  const calls: Call[] = [
    listing({ pageSize: 'abc' }),
    listing({ pageNumber: '-1' }),
    listing({ pageNumber: LARGEST }),
    listing({ pageSize: LARGEST }),
    listing({ pageSize: '60', pageNumber: '2147483647' }),
    listing({ q: 'id:(' }),
    listing({ q: 'conformanceProbe:x' }),
    listing({ q: '' }),
    listing({ q: 'metadataCreatedAt:(>="yesterday")' }),
    ...['lastName:~(', 'lastName:~[a', 'lastName:~*'].map((q) => listing({ q })),
    ...SORTS.map((sort) => listing({ sort })),
    listing({ expand: 'conformanceProbe' }),
    reading(known, { expand: 'conformanceProbe' }),
    ...LONG_NUMBERS.map((length) => reading('x'.repeat(length))),
    // No escape at all where one should be, and escapes that are no UTF-8.
    { ...reading('x'), below: '%zz' },
    { ...listing(), below: '?q=%FF' },
    listing({ q: 'lastName:a\u0000b' }),
    reading('a\u0000b'),
    ...(t.claims('writes') ? await invalidWrites(t) : []),
  ];
  await Promise.all(calls.map((call) => t.send({ ...call, invalid: true })));
  t.controlAccepted(await t.send(reading(known)), 'reading a customer that exists');
}

async function invalidWrites(t: Examination): Promise<Call[]> {
  const { number } = await createCustomer(t);
  // Half of a character, and what no text of a database may hold.
  const odd = ['a\u0000b', 'a\uD83D'].map((lastName) => ({ ...builderOf(t).profile(), lastName }));
  return [
    ...['{"a":', '{"a": NaN}', DEEP].map((body) => ({ ...creating(undefined), body })),
    ...['b2b', 'mixins', 'metadata'].flatMap((name) => [
      creating({ ...builderOf(t).profile(), [name]: null }),
      patching(number, { [name]: null }),
    ]),
    ...[-1, 2 ** 31].map((version) => patching(number, { metadata: { version } })),
    creating({ firstName: {} }),
    ...odd.map((profile) => creating(profile)),
    creating(null),
    upserting(number, null),
    patching(number, null),
    patching(number, undefined),
  ];
}
