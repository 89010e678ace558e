import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { finding, listing, patching } from '../stage/calls.ts';
import { builderOf } from '../stage/builder.ts';
import { bothOutlooks, createColleague, sharedColleague } from '../stage/company.ts';
import { controlList } from '../stage/entitled.ts';
import { sharedUnusualForeigners } from '../stage/members.ts';
import { expectUnlisted, isListed } from '../stage/privacy.ts';
import { putColleague } from '../stage/put.ts';
import { walkList, walkListUntil } from '../stage/walk.ts';

// The names of the strangers come first, so that the first customers of this list would be them.
const SORTED = { sort: 'lastName' };

requirement('OWN-01', async (t) => {
  await t.each(await bothOutlooks(t), async ({ viewer, colleague, foreigner, loner }) => {
    const strangers = [foreigner, loner];
    for (const stranger of strangers) {
      const find = () => t.send(finding(stranger.email));
      await t.settled('the plain scope finds the stranger', find, (seen) => isListed(seen, stranger));
    }
    const { pages, held } = await walkListUntil(t, viewer, [colleague]);
    expectUnlisted(t, pages, strangers);
    const plain = [listing({}, viewer), finding(loner.email, viewer), listing({ pageSize: '1000' }, viewer)];
    expectUnlisted(t, await Promise.all(plain.map((call) => t.send(call))), strangers);
    expectUnlisted(t, await walkList(t, viewer, SORTED, 1), strangers);
    expectUnlisted(t, await walkList(t, viewer, { ...SORTED, pageSize: '5' }, 8), strangers);
    const q = `id:(${[colleague, ...strangers].map(({ number }) => number).join(',')})`;
    const later = ['2', '3'].map((pageNumber) => listing({ q, pageSize: '1', pageNumber }, viewer));
    expectUnlisted(t, await Promise.all(later.map((call) => t.send(call))), strangers);
    t.control(held, `the list of ${viewer} shows a colleague`);
    if (viewer === 'readOwn') await expectUnusualUnlisted(t, pages);
  });
});

/** The same for customers of company B who are switched off or contacts, as far as the plain scope finds them. */
async function expectUnusualUnlisted(t: Examination, pages: readonly Exchange[]): Promise<void> {
  const foreigners = Object.values(await sharedUnusualForeigners(t));
  for (const foreigner of foreigners) {
    const find = () => t.send(finding(foreigner.email));
    const { held } = await t.waitUntil(find, (seen) => isListed(seen, foreigner));
    if (!held) t.note(`a search under customer_read does not find ${foreigner.email}`);
  }
  const found = await Promise.all(foreigners.map(({ email }) => t.send(finding(email, 'readOwn'))));
  const later = await walkList(t, 'readOwn', SORTED, 1);
  expectUnlisted(t, [...pages, ...later, ...found], foreigners);
}

requirement('OWN-02', async (t) => {
  const changed = await createColleague(t);
  const change = { company: builderOf(t).marker(), active: false, onHold: true };
  t.controlAccepted(await t.send(patching(changed.number, change)), 'changing a colleague');
  const made = await putColleague(t);
  const colleagues = {
    'a colleague who never changed': await sharedColleague(t),
    'a colleague who changed, is not active and on hold': changed,
    ...(made && { 'a colleague made by PUT': made }),
  };
  const { pages } = await walkListUntil(t, 'readOwn', Object.values(colleagues));
  for (const page of pages) controlList(t, page);
  await t.each(colleagues, async (colleague) => {
    const { email } = colleague;
    const shown = pages.some((page) => isListed(page, colleague));
    t.expect(shown, `${email} in the list`, `${email} on none of ${pages.length} pages`, ...pages.slice(-2));
  });
});
