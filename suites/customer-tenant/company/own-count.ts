import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { finding, listing } from '../stage/calls.ts';
import { bothOutlooks } from '../stage/company.ts';
import { idsOf, itemsOf } from '../stage/json.ts';
import { isListed } from '../stage/privacy.ts';
import { undisturbed } from '../stage/undisturbed.ts';
import { walkList } from '../stage/walk.ts';

const TOTALS = ['count', 'x-total-count'];

requirement('OWN-07', async (t) => {
  await t.each(await bothOutlooks(t), async ({ viewer, colleague, foreigner, loner }) => {
    const find = (as: typeof viewer | 'read', email: string) => () => t.send(finding(email, as));
    await t.settled('read finds a stranger', find('read', foreigner.email), (seen) => isListed(seen, foreigner));
    await t.settled(`${viewer} finds a colleague`, find(viewer, colleague.email), (seen) => isListed(seen, colleague));
    const numbers = [colleague, foreigner, loner].map(({ number }) => number).join(',');
    const queries = {
      'the whole list': {},
      'a search for a customer of another company': { q: `contactEmail:${foreigner.email}` },
      'a search for a customer of no company': { q: `contactEmail:${loner.email}` },
      'a search for a colleague and both': { q: `id:(${numbers})` },
    };
    await t.each(queries, async (query) => {
      // Some tell a total only to those who ask.
      const headers = { 'x-total-count': 'true' };
      const call = { ...listing({ pageNumber: '1', pageSize: '100', ...query }, viewer), headers };
      // Who was seen once counts, for others write between the counting and the listing, and while the pages are walked.
      const met = new Set<string>();
      const look = async () => {
        const list = await t.send(call);
        const total = largestTotal(list);
        if (total <= itemsOf(list).length) return { list, total, visible: total, isQuiet: true };
        const walks = [await walkedIds(t, viewer, query), await walkedIds(t, viewer, query)];
        for (const id of walks.flat()) met.add(id);
        return { list, total, visible: met.size, isQuiet: String(walks[0]) === String(walks[1]) };
      };
      const { seen, held } = await undisturbed(t, look, ({ total, visible }) => total <= visible);
      t.control(held || seen.isQuiet, 'nobody else writes while the list is counted');
      const most = `a total of ${seen.visible} at most, as many as can be listed`;
      t.expect(held, most, `a total of ${seen.total}`, seen.list);
    });
  });
});

/** Who is listed, in the order of the alphabet. */
async function walkedIds(t: Examination, viewer: PrincipalName, query: Readonly<Record<string, string>>) {
  const pages = await walkList(t, viewer, query);
  return [...new Set(pages.flatMap((page) => idsOf(page)))].toSorted();
}

function largestTotal({ response }: Exchange): number {
  const totals = TOTALS.map((name) => Number(response.headers[name] ?? 0));
  return Math.max(0, ...totals.filter((total) => Number.isInteger(total)));
}
