import type { AuthorisationCell, Caller } from '../conformance/authorisation.ts';
import type { ExchangeLine } from '../conformance/ledger.ts';
import type { Verdict } from '../conformance/verdict.ts';
import type { JudgedRequirement } from './judged-requirement.ts';

/** A cell of the authorisation grid as a run found it. */
export interface JudgedCell {
  readonly caller: string;
  readonly principal: string;
  readonly operation: string;
  /** What is promised, in words. */
  readonly answer: string;
  readonly requirements: readonly string[];
  readonly verdict: Verdict;
  /** The statuses that this caller got from this operation while these requirements were judged. */
  readonly seen: readonly number[];
}

const WORST_FIRST: readonly Verdict[] = [
  'failed',
  'error',
  'warning',
  'waived',
  'untestable',
  'passed',
  'not-applicable',
];

/** Every cell of the grid whose requirements were judged, with its verdict. */
export function judgeGrid(
  callers: readonly Caller[],
  judged: readonly JudgedRequirement[],
  exchanges: readonly ExchangeLine[],
): JudgedCell[] {
  const operations = new Map(exchanges.map(({ sequence, operation }) => [sequence, operation]));
  return callers.flatMap(({ label, principal, cells }) =>
    Object.entries(cells).flatMap(([operation, cell]) => {
      const own = judged.filter(({ requirement }) => cell.requirements.includes(requirement.id));
      if (own.length === 0) return [];
      const verdicts = own.map((entry) => verdictOn(entry, operation, operations));
      const verdict = WORST_FIRST.find((each) => verdicts.includes(each)) ?? 'untestable';
      return [
        {
          caller: label,
          principal,
          operation,
          ...cell,
          verdict,
          seen: statusesIn(exchanges, cell, principal, operation),
        },
      ];
    }),
  );
}

// A requirement of several operations may have failed for one of them; on the others that leaves nothing decided.
function verdictOn(
  { verdict, findings }: JudgedRequirement,
  operation: string,
  operations: ReadonlyMap<number, string>,
): Verdict {
  if (findings.length === 0) return verdict;
  const shown = findings.flatMap(({ exchanges }) => exchanges.map(({ sequence }) => operations.get(sequence)));
  return shown.length === 0 || shown.includes(operation) ? verdict : 'untestable';
}

function statusesIn(
  exchanges: readonly ExchangeLine[],
  { requirements }: AuthorisationCell,
  principal: string,
  operation: string,
): number[] {
  const own = exchanges.filter(
    (line) => line.operation === operation && line.principal === principal && requirements.includes(line.requirement),
  );
  return [...new Set(own.map(({ status }) => status))].toSorted((a, b) => a - b);
}
