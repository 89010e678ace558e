import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { incompleteSearch, narrowing, type Group } from './crowd-search.ts';
import { createCustomer, type Customer } from './customer.ts';
import { shared } from './shared.ts';

/** Customers that only checks of lists look at; each of SORTED_FIELDS puts them into another order. */
export interface Crowd extends Group {
  /** The `q` that lists them and nobody else; undefined where the target searches by no such field. */
  readonly q: string | undefined;
  /** A `q` that should list them, and shows some of them and nobody else. */
  readonly incomplete?: string | undefined;
  /** Whom the same search fits, and the viewer may not see. */
  readonly hidden?: Customer;
}

// Any collation agrees on their order; neither the first letters nor the length give it, nor does one field that of another.
const TRAITS = [
  { firstName: 'Marlon', lastName: 'Featherstoneberner', title: 'MRS', word: 'delta' },
  { firstName: 'Albert', lastName: 'Featherstonetormel', title: 'MR', word: 'ambit' },
  { firstName: 'Mabel', lastName: 'Featherstoneadam', title: 'MRS', word: 'dart' },
  { firstName: 'Dora', lastName: 'Featherstonetabor', title: 'MR', word: 'bento' },
  { firstName: 'Alma', lastName: 'Featherstonealder', title: 'MRS', word: 'amber' },
  { firstName: 'Denton', lastName: 'Featherstonebenno', title: 'MR', word: 'acorn' },
];
const OWN = 3;

/** The run's crowd, visible in lists. Throws Untestable where it could not be created. */
export async function crowdOf(t: Examination): Promise<Crowd> {
  return shared(t, 'crowd', async (stage) => {
    return gather(stage, `crowd${builderOf(stage).marker()}`, TRAITS, { creator: 'manage', viewer: 'read' });
  });
}

/**
 * A small crowd of company A, as its members list it, and a customer of no company whom the same search fits: that one may
 * not leave a gap on their pages. Throws Untestable where it could not be created.
 */
export async function ownCrowdOf(t: Examination): Promise<Crowd> {
  return shared(t, 'own crowd', async (stage) => {
    const company = `crowd${builderOf(stage).marker()}`;
    const hidden = await createCustomer(stage, { company, contactEmail: `aardvark.${builderOf(stage).email()}` });
    const crowd = await gather(stage, company, TRAITS.slice(0, OWN), { creator: 'manageOwn', viewer: 'readOwn' });
    return { ...crowd, hidden };
  });
}

async function gather(
  stage: Examination,
  company: string,
  traits: typeof TRAITS,
  { creator, viewer }: Readonly<Record<'creator' | 'viewer', PrincipalName>>,
): Promise<Crowd> {
  const builder = builderOf(stage);
  const profiles = traits.map(({ word, ...names }) => ({
    ...names,
    company,
    contactEmail: `${word}.${builder.email()}`,
  }));
  const members = await Promise.all(profiles.map((profile) => createCustomer(stage, profile, creator)));
  const crowd = { members, viewer, q: undefined };
  const q = await narrowing(stage, company, crowd);
  return { ...crowd, q, incomplete: q ?? (await incompleteSearch(stage, company, crowd)) };
}
