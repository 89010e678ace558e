import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from '../stage/calls.ts';
import { countIn, countListed, DEFAULT_PAGE_SIZE, expectMoreThanOnePage, moreThanOnePage } from '../stage/full-page.ts';

requirement('LST-03', async (t) => {
  await moreThanOnePage(t);
  const { seen, held } = await t.waitUntil(() => t.send(listing()), isFull);
  await expectMoreThanOnePage(t);
  t.expect(
    held && isAccepted(seen),
    `${DEFAULT_PAGE_SIZE} customers where the tenant has more`,
    `${countIn(seen)} customers, status ${seen.response.status}`,
    seen,
  );
  await t.each({ sort: 'contactEmail', expand: 'accounts' }, async (value, name) => {
    const look = () => t.send(listing({ [name]: value }));
    const other = await t.waitUntil(look, isFull);
    // Whether a list may be asked for like this is judged elsewhere.
    if (!isAccepted(other.seen)) return;
    t.expect(other.held, `${DEFAULT_PAGE_SIZE} customers`, `${countIn(other.seen)} customers`, other.seen);
  });
  await expectDefaultOfSearch(t);
  if (t.claims('company')) await expectDefaultOfOwn(t);
});

/** A company's list has the same default; nothing creates one of such a length where the tenant has customers enough. */
async function expectDefaultOfOwn(t: Examination): Promise<void> {
  const exist = await countListed(t, 'readOwn');
  if (exist <= DEFAULT_PAGE_SIZE) return t.note(`company A has no more than ${DEFAULT_PAGE_SIZE} customers`);
  const { seen, held } = await t.waitUntil(() => t.send(listing({}, 'readOwn')), isFull);
  t.control(held || (await countListed(t, 'readOwn')) > DEFAULT_PAGE_SIZE, 'the company stays as large');
  t.expect(held, `${DEFAULT_PAGE_SIZE} of the customers of company A`, `${countIn(seen)} customers`, seen);
}

/** Searches have defaults of their own in some backends. */
async function expectDefaultOfSearch(t: Examination): Promise<void> {
  const q = 'active:true';
  const wide = await t.send(listing({ q, pageSize: '100' }));
  if (countIn(wide) <= DEFAULT_PAGE_SIZE)
    return t.note(`q=${q} does not find more than ${DEFAULT_PAGE_SIZE} customers`);
  const { seen, held } = await t.waitUntil(() => t.send(listing({ q })), isFull);
  t.expect(held, `${DEFAULT_PAGE_SIZE} customers with q=${q}`, `${countIn(seen)} customers`, wide, seen);
}

function isFull(page: Exchange): boolean {
  return countIn(page) === DEFAULT_PAGE_SIZE;
}
