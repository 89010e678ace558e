import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import type { Customer } from './customer.ts';
import { idsOf } from './json.ts';
import { isListed } from './privacy.ts';

const PAGE = '100';
const MOST_PAGES = 200;
// A list that is longer is not walked through for somebody who may be anywhere in it.
const ENOUGH_PAGES = 50;

/** Lists page after page until one brings nobody new; `mostPages` bounds the walk where the end is of no interest. */
export async function walkList(
  t: Examination,
  as: PrincipalName,
  query: Readonly<Record<string, string>> = {},
  mostPages = MOST_PAGES,
): Promise<Exchange[]> {
  const pages: Exchange[] = [];
  const known = new Set<string>();
  for (let number = 1; number <= mostPages; number += 1) {
    const page = await t.send(listing({ pageSize: PAGE, ...query, pageNumber: String(number) }, as));
    pages.push(page);
    const fresh = idsOf(page).filter((id) => !known.has(id));
    if (fresh.length === 0) break;
    for (const id of fresh) known.add(id);
  }
  return pages;
}

/** Pages of a list: whether they show who was looked for, and whether there are no more. */
interface Walk {
  readonly pages: readonly Exchange[];
  readonly held: boolean;
  readonly isWhole: boolean;
}

type Wanted = readonly Pick<Customer, 'number' | 'email'>[];

// The newest come first; where that is not offered, every page is looked at.
const NEWEST = { pageSize: PAGE, sort: 'metadataCreatedAt:desc' };

/** Walks through a list until it shows some customers, for the convergence time at most. */
export async function walkListUntil(t: Examination, as: PrincipalName, wanted: Wanted): Promise<Walk> {
  return lookUntil(t, wanted, () => walkList(t, as, {}, ENOUGH_PAGES));
}

/** The same for the list of a tenant, which may be long: the newest are looked at first. */
export async function lookThroughTenant(t: Examination, wanted: Wanted): Promise<Walk> {
  return lookUntil(t, wanted, async () => {
    const newest = [await t.send(listing(NEWEST))];
    return areShown(newest, wanted) ? newest : walkList(t, 'read', {}, ENOUGH_PAGES);
  });
}

async function lookUntil(t: Examination, wanted: Wanted, look: () => Promise<Exchange[]>): Promise<Walk> {
  const { seen: pages } = await t.waitUntil(look, (seen) => areShown(seen, wanted) || seen.length === ENOUGH_PAGES);
  return { pages, held: areShown(pages, wanted), isWhole: pages.length < ENOUGH_PAGES };
}

/** Whether each of some customers is on one of the pages. */
export function areShown(pages: readonly Exchange[], wanted: Wanted): boolean {
  return wanted.every((customer) => pages.some((page) => isListed(page, customer)));
}
