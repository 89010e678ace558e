import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { creating, listing } from './calls.ts';
import { createdNumber } from './customer.ts';
import { idsOf, itemsOf } from './json.ts';
import { shared } from './shared.ts';

/** The documented default of `pageSize`. */
export const DEFAULT_PAGE_SIZE = 60;

// Customers of other checks come and go; these are beyond them.
const WANTED = DEFAULT_PAGE_SIZE + 4;
const HALF = 50;

/** Makes sure that more customers exist than a default page shows, creating what is missing. Throws Untestable. */
export async function moreThanOnePage(t: Examination): Promise<void> {
  await shared(t, 'full page', async (stage) => {
    const missing = Math.max(0, WANTED - (await countOthers(stage)));
    if (missing > 0) await createMany(stage, missing);
    await expectMoreThanOnePage(stage);
  });
}

/** The pages that are counted may come from several replicas. Throws Untestable where they never show enough. */
export async function expectMoreThanOnePage(t: Examination): Promise<void> {
  const look = () => countListed(t);
  const { held } = await t.waitUntil(look, (count) => count > DEFAULT_PAGE_SIZE);
  t.control(held, `pages of ${HALF} show more than ${DEFAULT_PAGE_SIZE} customers`);
}

/** Creates customers, of company A where it accepts one: its list then has more than one page too. */
async function createMany(stage: Examination, count: number): Promise<void> {
  const [first, ...others] = Array.from({ length: count }, () => builderOf(stage).profile());
  const own = stage.claims('company') && isAccepted(await stage.send(creating(first, 'manageOwn')));
  const left = own ? others : [first, ...others];
  const creator = own ? 'manageOwn' : 'manage';
  await Promise.all(left.map(async (profile) => createdNumber(stage, await stage.send(creating(profile, creator)))));
}

/** How many different customers the first pages show, as many as it takes for more than a default page: none may hold all. */
export async function countListed(t: Examination, as: PrincipalName = 'read'): Promise<number> {
  const page = (pageNumber: number) => t.send(listing({ pageNumber: String(pageNumber), pageSize: String(HALF) }, as));
  const pages = await Promise.all([page(1), page(2)]);
  // A page that brings nobody new is the last one.
  while (countIn(...pages) <= DEFAULT_PAGE_SIZE && countIn(...pages) > countIn(...pages.slice(0, -1)))
    pages.push(await page(pages.length + 1));
  return countIn(...pages);
}

/** How many different customers some pages show; whether one comes twice is another question. */
export function countIn(...pages: readonly Exchange[]): number {
  return new Set(pages.flatMap((page) => idsOf(page))).size;
}

/** How many of the first customers are no test data, which is under example.com and will be gone before long. */
async function countOthers(t: Examination): Promise<number> {
  const listed = await t.send(listing({ pageNumber: '1', pageSize: String(2 * WANTED) }));
  return itemsOf(listed).filter(({ contactEmail }) => !String(contactEmail).endsWith('@example.com')).length;
}
