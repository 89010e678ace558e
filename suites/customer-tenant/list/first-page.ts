import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, listing } from '../stage/calls.ts';
import { crowdOf } from '../stage/crowd.ts';
import { listCrowd, type Listed } from '../stage/crowd-list.ts';
import { inOrderOf } from '../stage/crowd-order.ts';
import { createdNumber } from '../stage/customer.ts';
import { numberIn } from '../stage/found.ts';
import { countIn, DEFAULT_PAGE_SIZE } from '../stage/full-page.ts';
import { idsOf, itemsOf } from '../stage/json.ts';
import { undisturbed } from '../stage/undisturbed.ts';

const MORE_THAN_TEN = 11;
const FIRST = { pageNumber: '1', pageSize: String(DEFAULT_PAGE_SIZE) };

requirement('LST-04', async (t) => {
  await expectSamePage(t);
  if (!t.claims('writes')) return;
  await expectSameOfCrowd(t);
  await expectSameOfMany(t);
});

/** Compares whole pages where the tenant is quiet; where somebody writes, most of what stays on page 1 has to be there. */
async function expectSamePage(t: Examination): Promise<void> {
  const firstPages = new Set<string>();
  const look = async () => {
    const around = [await t.send(listing(FIRST)), await t.send(listing()), await t.send(listing(FIRST))] as const;
    firstPages.add(sorted(around[0])).add(sorted(around[2]));
    return around;
  };
  const { seen, held } = await undisturbed(t, look, (around) => liesBetween(...around));
  const [first, bare, again] = [idsOf(seen[0]), idsOf(seen[1]), idsOf(seen[2])];
  t.control(first.length > 0, 'page 1 shows a customer');
  const steady = first.filter((id) => again.includes(id));
  // Nothing promises an order without a sort.
  if (steady.length < first.length / 2) return t.control(t.claims('writes'), 'page 1 is the same when asked for again');
  const common = steady.filter((id) => bare.includes(id)).length;
  // The run itself writes, and lists may lag behind; the crowd shows what a few customers more or less would hide.
  const isBusy = t.claims('writes') || firstPages.size > 1;
  t.expect(
    held || (isBusy && common > steady.length / 2),
    `the same customers as with pageNumber=1&pageSize=${DEFAULT_PAGE_SIZE}`,
    `${bare.length} customers, ${common} of the ${steady.length} of page 1 among them`,
    ...seen,
  );
}

/** Whether a list shows what the pages before and after it both show, and nothing that neither shows. */
function liesBetween(before: Exchange, list: Exchange, after: Exchange): boolean {
  const [earlier, listed, later] = [idsOf(before), idsOf(list), idsOf(after)];
  const kept = earlier.filter((id) => later.includes(id));
  return kept.every((id) => listed.includes(id)) && listed.every((id) => earlier.includes(id) || later.includes(id));
}

async function expectSameOfCrowd(t: Examination): Promise<void> {
  const crowd = await crowdOf(t);
  if (crowd.q === undefined) return;
  const sort = 'contactEmail';
  const wanted = inOrderOf(crowd, sort).slice(0, 2);
  const second = await listCrowd(t, crowd, { sort, pageSize: '2', pageNumber: '2' });
  t.control(String(second.numbers) !== String(wanted), 'page 2 differs from page 1');
  const first = await listCrowd(t, crowd, { sort, pageSize: '2', pageNumber: '1' });
  expectSame(t, first, await listCrowd(t, crowd, { sort, pageSize: '2' }));
  const whole = await listCrowd(t, crowd, { sort, ...FIRST });
  const exchange = await t.send(listing({ q: crowd.q, sort }));
  const numbers = itemsOf(exchange).map((item) => numberIn(item, crowd.members));
  expectSame(t, whole, { numbers, exchanges: [exchange] });
}

/** Backends that search have defaults of their own, which are often 10. */
async function expectSameOfMany(t: Examination): Promise<void> {
  const company = builderOf(t).marker();
  const q = `company:${company}`;
  const profiles = Array.from({ length: MORE_THAN_TEN }, () => ({ ...builderOf(t).profile(), company }));
  await Promise.all(profiles.map(async (profile) => createdNumber(t, await t.send(creating(profile)))));
  const found = async () => t.send(listing({ q, ...FIRST }));
  const { held, seen } = await t.waitUntil(found, (page) => countIn(page) === MORE_THAN_TEN);
  if (!held) return t.note(`a search by company does not find ${MORE_THAN_TEN} customers`);
  const bare = await t.send(listing({ q }));
  t.expect(
    countIn(bare) === MORE_THAN_TEN,
    `the ${MORE_THAN_TEN} customers that pageNumber=1&pageSize=${DEFAULT_PAGE_SIZE} shows`,
    `${countIn(bare)} customers`,
    seen,
    bare,
  );
}

function expectSame(t: Examination, first: Listed, bare: Listed): void {
  t.expect(
    String(bare.numbers) === String(first.numbers),
    `the customers of page 1 where pageNumber is left out: ${first.numbers.join(', ')}`,
    bare.numbers.join(', ') || 'none',
    ...first.exchanges,
    ...bare.exchanges,
  );
}

function sorted(page: Exchange): string {
  return String(idsOf(page).toSorted());
}
