import type { Examination } from '../../../src/conformance/examination.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { LedgerEntry } from '../../../src/conformance/ledger.ts';
import { ContractFailure } from '../../../src/conformance/contract-failure.ts';
import { withoutRepeats } from '../../../src/conformance/finding.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Violation } from '../../../src/contract/violation.ts';
import { bodyOf } from './json.ts';

const MOST_FINDINGS = 3;

/** Every accepted answer of an operation that the run has seen. */
export function acceptedAnswers(t: Examination, operation: string): LedgerEntry[] {
  return t.run.ledger.select((entry) => entry.operation === operation && isAccepted(entry.exchange));
}

/** The paths of the customers that the run has created: two tenants may have the same number. */
export function createdPaths(t: Examination): ReadonlySet<string> {
  const creations = [...acceptedAnswers(t, 'CREATE'), ...acceptedAnswers(t, 'UPSERT')];
  return new Set(
    creations
      .map(({ exchange }) => exchange)
      .filter(isCreation)
      .map((exchange) => {
        const path = pathOf(exchange);
        return exchange.request.method === 'PUT' ? path : `${path}/${String(bodyOf(exchange)['id'])}`;
      }),
  );
}

/** The path of a request, as it was meant. */
export function pathOf({ request }: Exchange): string {
  return decodeURIComponent(new URL(request.url).pathname);
}

function isCreation({ request, response }: Exchange): boolean {
  return request.method === 'POST' || response.status === 201;
}

/** Every answer with one of these statuses that the run has seen on an operation of the contract. */
export function answersWith(t: Examination, ...statuses: readonly number[]): LedgerEntry[] {
  return t.run.ledger.select(
    (entry) =>
      entry.operation !== undefined && statuses.includes(entry.exchange.response.status) && !mayStopEarly(entry),
  );
}

const LONGEST_URL = 8_000;
const LARGEST_BODY = 1_000_000;

/** Whether a request is so large that a gateway may refuse it in words of its own, before the API sees it. */
export function isOversized({ exchange }: LedgerEntry): boolean {
  const { url, body = '' } = exchange.request;
  return url.length > LONGEST_URL || body.length > LARGEST_BODY;
}

/** Whether what stands before the API may refuse a request in words of its own: it is too large, or its URL no encoding. */
function mayStopEarly(entry: LedgerEntry): boolean {
  return isOversized(entry) || !isDecodable(entry.exchange.request.url);
}

function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

/** Judges every entry and fails with the first few findings; the same fault a hundred times is one failure. */
export function expectOfEvery(entries: readonly LedgerEntry[], judge: (entry: LedgerEntry) => void): void {
  const findings = withoutRepeats(entries.flatMap((entry) => findingsOf(() => judge(entry))));
  if (findings.length > 0) throw new ContractFailure(findings.slice(0, MOST_FINDINGS));
}

/** Expects no violation of these kinds in any entry. */
export function expectNone(
  t: Examination,
  entries: readonly LedgerEntry[],
  wrong: (violation: Violation) => boolean,
): void {
  expectOfEvery(entries, ({ exchange, violations }) =>
    t.failOn(
      violations.filter((violation) => wrong(violation)),
      exchange,
    ),
  );
}

function findingsOf(judge: () => void) {
  try {
    judge();
    return [];
  } catch (fault) {
    if (fault instanceof ContractFailure) return fault.findings;
    throw fault;
  }
}
