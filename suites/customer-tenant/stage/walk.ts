import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import { idsOf } from './json.ts';

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
