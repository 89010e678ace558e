import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import type { Customer } from './customer.ts';
import { idsOf } from './json.ts';
import { isListed } from './privacy.ts';

const PAGE = '100';
const MOST_PAGES = 200;

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

/** Walks through a list until it shows some customers, for the convergence time at most. */
export async function walkListUntil(
  t: Examination,
  as: PrincipalName,
  wanted: readonly Pick<Customer, 'number' | 'email'>[],
): Promise<{ readonly pages: readonly Exchange[]; readonly held: boolean; readonly isWhole: boolean }> {
  const { seen: pages, held } = await t.waitUntil(
    () => walkList(t, as),
    (walked) => wanted.every((customer) => walked.some((page) => isListed(page, customer))),
  );
  return { pages, held, isWhole: pages.length < MOST_PAGES };
}
