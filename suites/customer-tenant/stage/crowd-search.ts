import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import type { Customer } from './customer.ts';
import { findsExactly, numberIn } from './found.ts';
import { itemsOf } from './json.ts';

/** Some customers, and who lists them. */
export interface Group {
  readonly members: readonly Customer[];
  readonly viewer: PrincipalName;
}

/** A page size that holds any crowd. */
export const WHOLE_CROWD = '100';

/** Waits until one of the searches shows exactly these customers; lists may lag behind. */
export async function narrowing(
  t: Examination,
  company: string,
  { members, viewer }: Group,
): Promise<string | undefined> {
  const ids = members.map(({ number }) => number).join(',');
  const look = async () => {
    for (const q of [`company:${company}`, `id:(${ids})`]) {
      if (findsExactly(await t.send(listing({ q, pageSize: WHOLE_CROWD }, viewer)), members)) return q;
    }
    return undefined;
  };
  const { seen } = await t.waitUntil(look, (q) => q !== undefined);
  if (seen === undefined) t.note(`no search by ${viewer} narrows a list to several customers, so its pages are walked`);
  return seen;
}

/** The search by company, where it finds some of the members and nobody else: the field is searched, but not to the end. */
export async function incompleteSearch(t: Examination, company: string, { members, viewer }: Group) {
  const q = `company:${company}`;
  const found = await t.send(listing({ q, pageSize: WHOLE_CROWD }, viewer));
  const known = ownIn(found, members).length;
  return known > 0 && known === itemsOf(found).length ? q : undefined;
}

/** The numbers of these customers that a page shows, in its order. */
export function ownIn(page: Exchange, members: readonly Customer[]): string[] {
  const numbers = itemsOf(page).map((item) => numberIn(item, members));
  return numbers.filter((number) => members.some((member) => member.number === number));
}
