import { waitUntil } from '../../../src/conformance/convergence.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { listing } from './calls.ts';
import { createCustomer, type Customer } from './customer.ts';
import { idsOf } from './json.ts';
import { shared } from './shared.ts';

/** Customers that only checks of lists look at: one last name, first names that differ, in the order of those. */
export interface Crowd {
  readonly lastName: string;
  readonly members: readonly Customer[];
  readonly numbers: readonly string[];
  /** The `q` that lists them and nobody else; undefined where the target searches by no such field. */
  readonly q: string | undefined;
}

/** The members of a crowd in the order in which they were listed. */
export interface Listed {
  readonly numbers: readonly string[];
  readonly exchanges: readonly Exchange[];
}

const FIRST_NAMES = ['Dora', 'Alma', 'Edda', 'Cleo', 'Bela'];
const PAGE = 100;
const MOST_PAGES = 200;

/** The run's crowd, visible in lists. Throws Untestable where it could not be created. */
export async function crowdOf(t: Examination): Promise<Crowd> {
  return shared(t, 'a crowd of customers', async () => {
    const lastName = `Crowd${builderOf(t).marker()}`;
    const created = await Promise.all(FIRST_NAMES.map((firstName) => createCustomer(t, { firstName, lastName })));
    const members = created.toSorted((one, other) => (one.profile.firstName < other.profile.firstName ? -1 : 1));
    const numbers = members.map(({ number }) => number);
    return { lastName, members, numbers, q: await narrowing(t, lastName, numbers) };
  });
}

/** Lists a crowd as `query` says: narrowed by `q`, or by walking through the tenant's pages. */
export async function listCrowd(
  t: Examination,
  crowd: Crowd,
  query: Readonly<Record<string, string>>,
): Promise<Listed> {
  if (crowd.q !== undefined) {
    const exchange = await t.send(listing({ q: crowd.q, pageSize: String(PAGE), ...query }));
    return { numbers: idsOf(exchange), exchanges: [exchange] };
  }
  const exchanges = await walk(t, query);
  const numbers = exchanges.flatMap((exchange) => idsOf(exchange)).filter((id) => crowd.numbers.includes(id));
  return { numbers, exchanges };
}

async function walk(t: Examination, query: Readonly<Record<string, string>>): Promise<Exchange[]> {
  const pages: Exchange[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const exchange = await t.send(listing({ ...query, pageNumber: String(page), pageSize: String(PAGE) }));
    pages.push(exchange);
    if (idsOf(exchange).length === 0) break;
  }
  return pages;
}

/** Waits until one of the searches shows exactly these customers; lists may lag behind. */
async function narrowing(t: Examination, lastName: string, numbers: readonly string[]): Promise<string | undefined> {
  const candidates = [`lastName:${lastName}`, `id:(${numbers.join(',')})`];
  const look = async () => {
    for (const q of candidates) {
      const found = idsOf(await t.send({ ...listing({ q, pageSize: String(PAGE) }), invalid: true }));
      if (found.length === numbers.length && numbers.every((number) => found.includes(number))) return q;
    }
    return undefined;
  };
  const { seen } = await waitUntil(look, (q) => q !== undefined, t.run.settings.convergenceMs);
  return seen;
}
