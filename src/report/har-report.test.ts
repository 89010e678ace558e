import { expect, test } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { harReport } from './har-report.ts';

const SUITE = { name: 'emporix-conformance', version: '1.0.0' };

test('an archive holds every exchange, in the order in which they left', () => {
  const { log } = JSON.parse(harReport(SUITE, [exchangeOf(2), exchangeOf(1)])) as Archive;
  expect(log).toMatchObject({ version: '1.2', creator: SUITE });
  expect(log.entries.map(({ comment }) => comment)).toEqual(['1, as read', '2, as read']);
  expect(log.entries[0]).toMatchObject({
    startedDateTime: '1970-01-01T00:00:01.000Z',
    time: 5,
    request: { method: 'POST', queryString: [{ name: 'q', value: 'a b' }], postData: { mimeType: 'application/json' } },
    response: { status: 201, headers: [{ name: 'x', value: 'y' }], content: { text: '{"id":"1"}' } },
  });
});

interface Archive {
  readonly log: { readonly entries: readonly { readonly comment: string }[] };
}

function exchangeOf(sequence: number): Exchange {
  const headers = { 'content-type': 'application/json' };
  return {
    sequence,
    principal: 'read',
    request: { method: 'POST', url: 'http://127.0.0.1/x?q=a%20b', headers, body: '{}' },
    response: { status: 201, headers: { x: 'y' }, body: '{"id":"1"}', json: undefined },
    startedAt: sequence * 1_000,
    durationMs: 5,
    repeats: [],
  };
}
