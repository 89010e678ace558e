import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { crowdOf, ownCrowdOf, type Crowd } from '../stage/crowd.ts';
import { listCrowd, type Listed } from '../stage/crowd-list.ts';
import type { Customer } from '../stage/customer.ts';
import { controlList } from '../stage/entitled.ts';
import { createFound } from '../stage/found.ts';
import { idsOf } from '../stage/json.ts';
import { isListed } from '../stage/privacy.ts';
import { lookThroughTenant } from '../stage/walk.ts';

const UNIQUE_SORT = { sort: 'contactEmail' };
const HALF = 3;

// Customers of others may be equal in one of them, and equal ones need not keep their order from page to page.
const STEADY_SORTS = [UNIQUE_SORT, {}, { sort: 'id' }, { sort: 'contactEmail:desc' }];

requirement('LST-06', async (t) => {
  controlList(t, await t.send(listing()));
  const crowd = await crowdOf(t);
  const bySize = (size: number) => () => walk(t, crowd, size);
  const canExpand = isAccepted(await t.send(listing({ pageSize: '1', expand: 'accounts' })));
  const walks = {
    ...(canExpand && { 'pageSize=2 with expand=accounts': () => walkExpanded(t, crowd) }),
    'pageSize=1': bySize(1),
    'pageSize=4': bySize(4),
    'pageSize=5': bySize(5),
  };
  const whole = { 'all pages': () => listCrowd(t, crowd, UNIQUE_SORT) };
  await t.each(crowd.q === undefined ? whole : walks, async (list) => expectEveryoneOnce(t, crowd, await list()));
  await expectPagesJoin(t);
  await expectSwitchedOffListed(t);
  if (!t.claims('company')) return;
  const own = await ownCrowdOf(t);
  if (own.q !== undefined) expectEveryoneOnce(t, own, await walk(t, own, 1));
});

/** The pages are complete with those who are switched off, too. */
async function expectSwitchedOffListed(t: Examination): Promise<void> {
  const customers = await Promise.all([createFound(t), createFound(t), createFound(t)]);
  const [inactive, onHold, active] = customers;
  await changeCustomer(t, inactive.number, { active: false });
  await changeCustomer(t, onHold.number, { onHold: true });
  const { pages, held, isWhole } = await lookThroughTenant(t, customers);
  const isShown = (customer: Customer) => pages.some((page) => isListed(page, customer));
  t.control(held || isShown(active), 'the pages show a customer who is active');
  const received = customers.filter((customer) => !isShown(customer)).map(({ email }) => `${email} on none`);
  t.expect(held || !isWhole, 'who is switched off on one of the pages', received.join(', '), ...pages.slice(-2));
}

async function walk(t: Examination, crowd: Crowd, size: number, way: Call['query'] = {}): Promise<Listed> {
  const numbers = Array.from({ length: Math.ceil(crowd.members.length / size) }, (_, index) => String(index + 1));
  const query = { ...UNIQUE_SORT, ...way, pageSize: String(size) };
  const pages = await Promise.all(numbers.map((pageNumber) => listCrowd(t, crowd, { ...query, pageNumber })));
  return {
    numbers: pages.flatMap((page) => page.numbers),
    exchanges: pages.flatMap(({ exchanges }) => exchanges),
  };
}

/** What is expanded may lag behind. */
async function walkExpanded(t: Examination, crowd: Crowd): Promise<Listed> {
  const look = () => walk(t, crowd, 2, { expand: 'accounts' });
  return (await t.waitUntil(look, (listed) => strayIn(crowd, listed).length === 0)).seen;
}

function expectEveryoneOnce(t: Examination, crowd: Crowd, listed: Listed): void {
  const expected = `each of ${crowd.members.length} customers once on the pages from 1 on`;
  const stray = strayIn(crowd, listed);
  t.expect(stray.length === 0, expected, stray.join(', '), ...listed.exchanges);
}

/** Who of a crowd is not listed once, and how often instead. */
function strayIn({ members }: Crowd, { numbers }: Listed): string[] {
  return members
    .map(({ number, email }) => ({ email, times: numbers.filter((each) => each === number).length }))
    .filter(({ times }) => times !== 1)
    .map(({ email, times }) => `${email} ${times === 0 ? 'never' : `${times} times`}`);
}

/** Without a search: two short pages are one of twice the size, where that one is the same before and after them. */
async function expectPagesJoin(t: Examination): Promise<void> {
  const still: { long: Exchange; short: Exchange[] }[] = [];
  let [looks, isFull] = [0, false];
  const look = async () => {
    const sort = STEADY_SORTS[looks++ % STEADY_SORTS.length];
    const page = (pageNumber: number, pageSize: number) =>
      t.send(listing({ ...sort, pageNumber: String(pageNumber), pageSize: String(pageSize) }));
    const seen = { long: await page(1, 2 * HALF), short: [await page(1, HALF), await page(2, HALF)] };
    isFull ||= idsOf(seen.long).length === 2 * HALF;
    if (isFull && sorted([seen.long]) === sorted([await page(1, 2 * HALF)])) still.push(seen);
    return still.at(-1);
  };
  const { seen, held } = await t.waitUntil(
    look,
    (pages) => pages !== undefined && sorted([pages.long]) === sorted(pages.short),
  );
  t.control(isFull, `a page with a pageSize of ${2 * HALF} shows as many`);
  if (seen === undefined) return t.note('the first page changed at every look, so no two sizes were compared');
  const received = seen.short.map((each) => idsOf(each).join(', ')).join(' and ');
  const expected = `pages 1 and 2 with ${HALF} customers each to show those of page 1 with ${2 * HALF}: ${idsOf(seen.long).join(', ')}`;
  t.expect(held, expected, received, seen.long, ...seen.short);
}

function sorted(pages: readonly Exchange[]): string {
  return String(pages.flatMap((page) => idsOf(page)).toSorted());
}
