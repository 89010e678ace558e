import type { Examination } from './examination.ts';
import { SuiteError } from './suite-error.ts';

/** The check of one requirement, by its id in the catalogue. */
export interface Check {
  readonly id: string;
  /** Examines the target; throws ContractFailure (through its examination) where the statement is broken. */
  readonly body: (t: Examination) => Promise<void>;
}

const declared = new Map<string, Check>();

/** Declares the check of one requirement: the only way to declare any. Throws SuiteError where the id has one already. */
export function requirement(id: string, body: Check['body']): void {
  if (declared.has(id)) throw new SuiteError(`${id} is declared twice`);
  declared.set(id, { id, body });
}

/** The checks that are declared while `load` imports their files, each of which is loaded once a worker. */
export async function declaredBy(load: () => Promise<void>): Promise<readonly Check[]> {
  const before = declared.size;
  await load();
  return [...declared.values()].slice(before);
}
