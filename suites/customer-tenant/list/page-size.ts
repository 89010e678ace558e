import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { crowdOf } from '../stage/crowd.ts';
import { countIn, countListed, DEFAULT_PAGE_SIZE, moreThanOnePage } from '../stage/full-page.ts';

type Query = Readonly<Record<string, string>>;

const SIZES = [1, 2, 3, 5, DEFAULT_PAGE_SIZE + 1];
const BEYOND_CROWD = 100;

requirement('LST-05', async (t) => {
  await t.each({ 'of all': wholeList, 'of those that a search finds': crowdList }, async (find) => {
    const { query, exist } = await find(t);
    const sizes = [...SIZES.filter((size) => size <= exist), ...('q' in query ? [BEYOND_CROWD] : [])];
    await t.each(Object.fromEntries(sizes.map((size) => [`pageSize=${size}`, size])), async (size) => {
      const wanted = Math.min(size, exist);
      const look = () => t.send(listing({ ...query, pageSize: String(size) }));
      await t.eventually(`${wanted} customers`, look, (seen) => countIn(seen) === wanted);
    });
  });
});

async function wholeList(t: Examination): Promise<{ query: Query; exist: number }> {
  if (t.claims('writes')) await moreThanOnePage(t);
  const exist = await countListed(t);
  t.control(exist > 0, 'the list shows a customer');
  return { query: { pageNumber: '1' }, exist };
}

/** The crowd, of which nobody comes or goes; nobody where no search narrows a list to it. */
async function crowdList(t: Examination): Promise<{ query: Query; exist: number }> {
  const { q, members } = t.claims('writes') ? await crowdOf(t) : { q: undefined, members: [] };
  return q === undefined ? { query: {}, exist: 0 } : { query: { q }, exist: members.length };
}
