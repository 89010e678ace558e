import type { Examination } from '../../../src/conformance/examination.ts';
import type { Run } from '../../../src/conformance/run.ts';
import { Untestable } from '../../../src/conformance/untestable.ts';

const stages = new WeakMap<Run, Map<string, Promise<unknown>>>();

/**
 * Something that several requirements stand on and that is made once a run, by whoever needs it first; what is sent and
 * made is the same whoever that is. Its maker meets the fault as it is; for the others the requirement is untestable, so one
 * cause is one failure.
 */
export async function shared<T>(t: Examination, name: string, make: (stage: Examination) => Promise<T>): Promise<T> {
  const made = stages.get(t.run) ?? new Map<string, Promise<unknown>>();
  stages.set(t.run, made);
  const known = made.get(name) as Promise<T> | undefined;
  if (known === undefined) {
    const making = make(t.onStage(name.replaceAll(' ', '-')));
    made.set(name, making);
    return making;
  }
  return known.catch((fault: unknown) => {
    throw new Untestable(
      `the shared ${name} could not be set up: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
  });
}
