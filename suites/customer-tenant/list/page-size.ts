import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from '../stage/calls.ts';
import { crowdOf } from '../stage/crowd.ts';
import { countIn, countListed, DEFAULT_PAGE_SIZE, moreThanOnePage } from '../stage/full-page.ts';
import { undisturbed } from '../stage/undisturbed.ts';

type Query = Readonly<Record<string, string>>;

const SIZES = [1, 2, 3, 5, DEFAULT_PAGE_SIZE + 1];
const BEYOND_CROWD = 100;

requirement('LST-05', async (t) => {
  const lists = {
    'of all': wholeList,
    'of those that a search finds': async () => crowdList(t),
    'of those in order': async () => crowdList(t, { sort: 'lastName' }),
    'of those with their accounts': async () => crowdList(t, { expand: 'accounts' }),
    ...(t.claims('company') && { 'of a company': companyList }),
  };
  await t.each(lists, async (find) => {
    const { query, exist, recount, as } = await find(t);
    const sizes = [...SIZES.filter((size) => size <= exist), ...('q' in query ? [BEYOND_CROWD] : [])];
    await t.each(Object.fromEntries(sizes.map((size) => [`pageSize=${size}`, size])), async (size) => {
      const wanted = Math.min(size, exist);
      const look = () => t.send(listing({ ...query, pageSize: String(size) }, as));
      const { held } = await t.waitUntil(look, (page) => countIn(page) === wanted);
      if (!held) await expectAsManyAsExist(t, size, recount, look);
    });
  });
});

/** What to list, how many it is at least, and how to count them again. */
interface Listing {
  readonly query: Query;
  readonly exist: number;
  readonly recount: () => Promise<number>;
  readonly as?: PrincipalName;
}

/** Others may write in the meantime, so what there is is counted again before and after each look. */
async function expectAsManyAsExist(
  t: Examination,
  size: number,
  recount: () => Promise<number>,
  look: () => Promise<Exchange>,
): Promise<void> {
  const counted = async () => ({ before: await recount(), page: await look(), after: await recount() });
  const { seen, held } = await undisturbed(t, counted, ({ before, page, after }) => {
    const [least, most] = [Math.min(before, after, size), Math.min(Math.max(before, after), size)];
    return countIn(page) >= least && countIn(page) <= most;
  });
  const wanted = Math.min(size, seen.after);
  const received = `${countIn(seen.page)} customers, status ${seen.page.response.status}`;
  t.expect(held, `${wanted} customers`, received, seen.page);
}

async function wholeList(t: Examination): Promise<Listing> {
  if (t.claims('writes')) await moreThanOnePage(t);
  const exist = await countListed(t);
  t.control(exist > 0, 'the list shows a customer');
  return { query: { pageNumber: '1' }, exist, recount: () => countListed(t) };
}

/** The crowd, of which nobody comes or goes; nobody where no search narrows a list to it or it is not listed in some way. */
async function crowdList(t: Examination, way: Query = {}): Promise<Listing> {
  const { incomplete: q, members } = t.claims('writes') ? await crowdOf(t) : { incomplete: undefined, members: [] };
  const isListed = q !== undefined && isAccepted(await t.send(listing({ q, ...way })));
  const exist = isListed ? members.length : 0;
  return { query: isListed ? { q, ...way } : {}, exist, recount: async () => exist };
}

/** The customers of company A. */
async function companyList(t: Examination): Promise<Listing> {
  const as = 'readOwn';
  const exist = await countListed(t, as);
  t.control(exist > 0, 'the list of a company shows a customer');
  return { query: { pageNumber: '1' }, exist, recount: () => countListed(t, as), as };
}
