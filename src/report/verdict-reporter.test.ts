import { expect, test } from 'vitest';
import { VerdictReporter } from './verdict-reporter.ts';

test('what was rejected and nobody waited for is a fault, but for what an interruption refused', () => {
  const reporter = new VerdictReporter({ begun: () => {}, examined: () => {}, over: () => {} });
  const interrupted = { name: 'Untestable', message: 'the run was interrupted' };
  reporter.onTestRunEnd([], [interrupted, { name: 'TypeError', message: 'x is no function' }]);
  expect(reporter.faults).toEqual(['x is no function']);
});
