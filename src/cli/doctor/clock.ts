import type { Exchange } from '../../http/exchange.ts';
import type { Diagnosis } from './diagnosis.ts';

const TOLERATED_MS = 30_000;

/** Compares the target's `Date` header with this machine's clock. */
export function diagnoseClock({ response, startedAt }: Exchange): Diagnosis {
  const subject = 'clock';
  const told = Date.parse(response.headers['date'] ?? '');
  if (Number.isNaN(told)) return { subject, state: 'note', found: 'the target sends no Date header' };
  const seconds = Math.round((told - startedAt) / 1_000);
  if (Math.abs(told - startedAt) <= TOLERATED_MS)
    return { subject, state: 'ok', found: `the target is within ${Math.abs(seconds)} s` };
  const found = `the target is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`;
  return { subject, state: 'problem', found, remedy: 'correct the clock that is wrong: tokens are judged by it' };
}
