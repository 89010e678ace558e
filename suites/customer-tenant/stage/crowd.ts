import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { listing } from './calls.ts';
import { createCustomer, type Customer } from './customer.ts';
import { findsExactly, numberIn } from './found.ts';
import { itemsOf } from './json.ts';
import { isListed } from './privacy.ts';
import { shared } from './shared.ts';
import { undisturbed } from './undisturbed.ts';
import { walkList } from './walk.ts';

/** Customers that only checks of lists look at; each of SORTED_FIELDS puts them into another order. */
export interface Crowd {
  readonly members: readonly Customer[];
  /** Who lists them. */
  readonly viewer: PrincipalName;
  /** The `q` that lists them and nobody else; undefined where the target searches by no such field. */
  readonly q: string | undefined;
  /** A `q` that should list them, and shows some of them and nobody else. */
  readonly incomplete?: string | undefined;
  /** Whom the same search fits, and the viewer may not see. */
  readonly hidden?: Customer;
}

/** The members of a crowd in the order in which they were listed, and the exchanges that show them. */
export interface Listed {
  readonly numbers: readonly string[];
  readonly exchanges: readonly Exchange[];
}

type Query = Readonly<Record<string, string>>;

/** The fields in which the members of a crowd all differ. */
export const SORTED_FIELDS = ['firstName', 'lastName', 'contactEmail'] as const;

export type SortedField = (typeof SORTED_FIELDS)[number];

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
const PAGE = 100;

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

/** The numbers of a crowd in ascending order of some of its members' fields, the first field first. */
export function inOrderOf({ members }: Crowd, ...fields: readonly (SortedField | 'title')[]): string[] {
  return members
    .toSorted((one, other) => {
      const field = fields.find((name) => one.profile[name] !== other.profile[name]);
      return field === undefined || one.profile[field] < other.profile[field] ? -1 : 1;
    })
    .map(({ number }) => number);
}

/** The numbers of a crowd in ascending order; undefined where that of digits and that of letters need not be the same. */
export function inOrderOfId({ members }: Crowd): string[] | undefined {
  const numbers = members.map(({ number }) => number);
  const shapes = new Set(numbers.map((number) => /^([A-Za-z]*)\d+$/.exec(number)?.[1]));
  const isPlain =
    shapes.size === 1 && !shapes.has(undefined) && new Set(numbers.map(({ length }) => length)).size === 1;
  return isPlain ? numbers.toSorted() : undefined;
}

/**
 * Lists a crowd as `query` says: narrowed by `q`, or by walking through the tenant's pages. Throws Untestable where whoever
 * lists it sees whom they may not: that is judged by itself.
 */
export async function listCrowd(t: Examination, crowd: Crowd, query: Query): Promise<Listed> {
  if (crowd.q === undefined) return walk(t, crowd, query);
  const exchange = await t.send(listing({ q: crowd.q, pageSize: String(PAGE), ...query }, crowd.viewer));
  t.control(!crowd.hidden || !isListed(exchange, crowd.hidden), 'a company lists nobody but its own');
  return { numbers: itemsOf(exchange).map((item) => numberIn(item, crowd.members)), exchanges: [exchange] };
}

/** Others who write meanwhile move the pages, so a walk that does not meet every member once is repeated. */
async function walk(t: Examination, { members, viewer }: Crowd, query: Query): Promise<Listed> {
  const known = new Set(members.map(({ number }) => number));
  const look = async () => {
    const pages = (await walkList(t, viewer, query)).slice(0, -1);
    const met = pages.map((exchange) => ({ exchange, numbers: ownIn(exchange, members) }));
    return met.filter(({ numbers }) => numbers.length > 0);
  };
  const { seen } = await undisturbed(t, look, (pages) => {
    const numbers = pages.flatMap((page) => page.numbers);
    return numbers.length === known.size && new Set(numbers).size === known.size;
  });
  return { numbers: seen.flatMap(({ numbers }) => numbers), exchanges: seen.map(({ exchange }) => exchange) };
}

function ownIn(page: Exchange, members: readonly Customer[]): string[] {
  const numbers = itemsOf(page).map((item) => numberIn(item, members));
  return numbers.filter((number) => members.some((member) => member.number === number));
}

/** The search by company, where it finds some of the members and nobody else: the field is searched, but not to the end. */
async function incompleteSearch(t: Examination, company: string, { members, viewer }: Crowd) {
  const q = `company:${company}`;
  const found = await t.send(listing({ q, pageSize: String(PAGE) }, viewer));
  const known = ownIn(found, members).length;
  return known > 0 && known === itemsOf(found).length ? q : undefined;
}

/** Waits until one of the searches shows exactly these customers; lists may lag behind. */
async function narrowing(t: Examination, company: string, { members, viewer }: Crowd): Promise<string | undefined> {
  const ids = members.map(({ number }) => number).join(',');
  const look = async () => {
    for (const q of [`company:${company}`, `id:(${ids})`]) {
      if (findsExactly(await t.send(listing({ q, pageSize: String(PAGE) }, viewer)), members)) return q;
    }
    return undefined;
  };
  const { seen } = await t.waitUntil(look, (q) => q !== undefined);
  if (seen === undefined) t.note(`no search by ${viewer} narrows a list to several customers, so its pages are walked`);
  return seen;
}
