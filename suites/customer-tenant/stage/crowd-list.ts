import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import type { Crowd } from './crowd.ts';
import { ownIn, WHOLE_CROWD } from './crowd-search.ts';
import { numberIn } from './found.ts';
import { itemsOf } from './json.ts';
import { isListed } from './privacy.ts';
import { undisturbed } from './undisturbed.ts';
import { walkList } from './walk.ts';

/** The members of a crowd in the order in which they were listed, and the exchanges that show them. */
export interface Listed {
  readonly numbers: readonly string[];
  readonly exchanges: readonly Exchange[];
}

type Query = Readonly<Record<string, string>>;

/**
 * Lists a crowd as `query` says: narrowed by `q`, or by walking through the tenant's pages. Throws Untestable where whoever
 * lists it sees whom they may not: that is judged by itself.
 */
export async function listCrowd(t: Examination, crowd: Crowd, query: Query): Promise<Listed> {
  if (crowd.q === undefined) return walk(t, crowd, query);
  const exchange = await t.send(listing({ q: crowd.q, pageSize: WHOLE_CROWD, ...query }, crowd.viewer));
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
