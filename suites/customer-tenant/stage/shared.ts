import type { Examination } from '../../../src/conformance/examination.ts';
import type { Run } from '../../../src/conformance/run.ts';
import { Untestable } from '../../../src/conformance/untestable.ts';

const stages = new WeakMap<Run, Map<string, Promise<unknown>>>();

/**
 * Something that several requirements stand on and that is made once a run, by whoever needs it first.
 * Its maker meets the fault as it is; for the others the requirement is untestable, so one cause is one failure.
 */
export async function shared<T>(t: Examination, name: string, make: () => Promise<T>): Promise<T> {
  const stage = stages.get(t.run) ?? new Map<string, Promise<unknown>>();
  stages.set(t.run, stage);
  const made = stage.get(name) as Promise<T> | undefined;
  if (made === undefined) {
    const making = make();
    stage.set(name, making);
    return making;
  }
  return made.catch((fault: unknown) => {
    throw new Untestable(`${name} could not be set up: ${fault instanceof Error ? fault.message : String(fault)}`);
  });
}
