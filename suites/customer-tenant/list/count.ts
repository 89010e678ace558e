import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { finding, listing } from '../stage/calls.ts';
import { crowdOf } from '../stage/crowd.ts';
import { itemsOf } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';
import { undisturbed } from '../stage/undisturbed.ts';

type Query = Readonly<Record<string, string>>;

const SECOND = { pageSize: '2', pageNumber: '2' };
const WHOLE = /^\d+$/;

requirement('LST-13', async (t) => {
  const queries = await comparedPages(t);
  const look = async () =>
    Promise.all(queries.map(async (sizes) => Promise.all(sizes.map((query) => t.send(listing(query))))));
  const { seen, held } = await t.waitUntil(look, (groups) => isConsistent(groups));
  const pages = seen.flat();
  t.control(
    pages.every((page) => itemsOf(page).length > 0),
    'every page shows a customer',
  );
  if (!pages.every((page) => WHOLE.test(countOf(page)))) return t.note('Count is not a whole number on every page');
  t.expect(
    held,
    'Count to be, on pages of every size, that of the customers on the page, or of all that match',
    pages.map((page) => `Count ${countOf(page)} with ${itemsOf(page).length} customers`).join(', '),
    ...pages,
  );
  await expectAtLeastShown(t);
  t.note(`Count gives ${isLength(pages) ? 'the customers on the page' : 'all customers that match'}`);
});

requirement('LST-14', async (t) => {
  const plain = await t.send(listing({ pageSize: '2' }));
  t.control(itemsOf(plain).length > 0, 'the list shows a customer');
  const asked = await t.send({ ...listing({ pageSize: '2' }), headers: { 'X-Total-Count': 'true' } });
  t.expectAccepted(asked);
  const total = asked.response.headers['x-total-count'];
  t.note(total === undefined ? 'there is no X-Total-Count' : `X-Total-Count is ${total}`);
  const shown = itemsOf(asked).length;
  const holds = total === undefined || (WHOLE.test(total) && Number(total) >= shown);
  t.expect(holds, `no X-Total-Count, or a number of at least ${shown}`, String(total), asked);
});

/** On a long page too, whichever of both it counts; somebody else may write between the count and the list. */
async function expectAtLeastShown(t: Examination): Promise<void> {
  const look = () => t.send(listing({ pageSize: '100' }));
  const isEnough = (page: Exchange) => !WHOLE.test(countOf(page)) || Number(countOf(page)) >= itemsOf(page).length;
  const { seen, held } = await undisturbed(t, look, isEnough);
  t.expect(held, `a Count of at least ${itemsOf(seen).length}`, `Count ${countOf(seen)}`, seen);
}

/** Pages of different sizes of one list in each group; the last of a search is shorter than its pageSize. */
async function comparedPages(t: Examination): Promise<Query[][]> {
  const { q } = t.claims('writes') ? await crowdOf(t) : {};
  if (q !== undefined) return [[...['2', '4', '100'].map((pageSize) => ({ q, pageSize })), { q, ...SECOND }]];
  const { query } = finding(await knownEmail(t));
  return [['1', '2', '100'].map((pageSize) => ({ pageSize })), ['2', '5'].map((pageSize) => ({ ...query, pageSize }))];
}

// Without a Count, or with one that is no number, another requirement is broken, and waiting would not help.
function isConsistent(groups: readonly (readonly Exchange[])[]): boolean {
  const pages = groups.flat();
  if (!pages.every((page) => WHOLE.test(countOf(page)))) return true;
  return isLength(pages) || groups.every((group) => isTotal(group));
}

function isLength(pages: readonly Exchange[]): boolean {
  return pages.every((page) => Number(countOf(page)) === itemsOf(page).length);
}

/** Whether all pages name the same number, which a page with room left has to show itself. */
function isTotal(pages: readonly Exchange[]): boolean {
  const longest = Math.max(...pages.map((page) => itemsOf(page).length));
  const counts = pages.map((page) => Number(countOf(page)));
  return (
    counts.every((count) => count === counts[0] && count >= longest) &&
    pages.every((page) => !hasRoom(page) || Number(countOf(page)) === itemsOf(page).length)
  );
}

function hasRoom(page: Exchange): boolean {
  return itemsOf(page).length < Number(new URL(page.request.url).searchParams.get('pageSize'));
}

function countOf(page: Exchange): string {
  return page.response.headers['count'] ?? '';
}
