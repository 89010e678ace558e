import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { createColleague, createForeigner, sharedColleague, sharedForeigner } from './company.ts';

/** One of the two companies: who manages it, and how it gets a member. */
export interface CompanySide {
  readonly manager: PrincipalName;
  readonly createMember: typeof createColleague;
  readonly sharedMember: typeof sharedColleague;
}

const A: CompanySide = {
  manager: 'manageOwn',
  createMember: createColleague,
  sharedMember: sharedColleague,
};
const B: CompanySide = {
  manager: 'otherManageOwn',
  createMember: createForeigner,
  sharedMember: sharedForeigner,
};

/** Each company that the run has tokens of, by what it is called in findings. */
export function companiesOf(t: Examination): Readonly<Record<string, CompanySide>> {
  return { 'company A': A, ...(t.claims('second-company') && { 'company B': B }) };
}

/** Each company beside the other one, by what it is called in findings. */
export const bothWays: Readonly<Record<string, { readonly own: CompanySide; readonly foreign: CompanySide }>> = {
  'company A': { own: A, foreign: B },
  'company B': { own: B, foreign: A },
};
