import { ContractFailure } from './contract-failure.ts';
import { labelled, type Finding } from './finding.ts';
import { Untestable } from './untestable.ts';

/** What a case threw. */
interface Fault {
  readonly label: string;
  readonly reason: unknown;
}

/**
 * Examines every named case at once. Throws what no target can be blamed for first, then ContractFailure with the findings of
 * all cases, then Untestable.
 */
export async function examineCases<T>(
  cases: Readonly<Record<string, T>>,
  examine: (item: T, label: string) => Promise<void>,
): Promise<void> {
  const faults = await faultsOf(cases, examine);
  const grave = faults.find(({ reason }) => !(reason instanceof ContractFailure || reason instanceof Untestable));
  if (grave) throw grave.reason;
  const findings = faults.flatMap((fault) => findingsOf(fault));
  if (findings.length > 0) throw new ContractFailure(findings);
  if (faults[0]) throw faults[0].reason;
}

async function faultsOf<T>(
  cases: Readonly<Record<string, T>>,
  examine: (item: T, label: string) => Promise<void>,
): Promise<Fault[]> {
  const entries = Object.entries(cases);
  const outcomes = await Promise.allSettled(entries.map(([label, item]) => examine(item, label)));
  return outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected' ? [{ label: entries[index]?.[0] ?? '', reason: outcome.reason as unknown }] : [],
  );
}

function findingsOf({ label, reason }: Fault): Finding[] {
  return reason instanceof ContractFailure ? reason.findings.map((finding) => labelled(finding, label)) : [];
}
