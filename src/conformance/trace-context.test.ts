import { expect, test } from 'vitest';
import { traceContext } from './trace-context.ts';

test('a run is one trace, each request a span of its own', () => {
  const [first, second] = [traceContext('r1', 'LST-03'), traceContext('r1', 'GET-01')];
  const form = /^00-([\da-f]{32})-([\da-f]{16})-01$/;
  const [, trace, span] = form.exec(first['traceparent'] ?? '') ?? [];
  const [, sameTrace, otherSpan] = form.exec(second['traceparent'] ?? '') ?? [];
  expect(trace).toBe(sameTrace);
  expect(span).not.toBe(otherSpan);
  expect(first['tracestate']).toBe('conformance=r1:LST-03');
});
