import { isAccepted } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { finding, listing, reading } from '../stage/calls.ts';
import { bothOutlooks } from '../stage/company.ts';
import { expectSilentAbout, expectUnlisted, isListed } from '../stage/privacy.ts';
import { walkList } from '../stage/walk.ts';

const ALL = 'addresses,accounts,mixin:*';
const EXPANDS = ['addresses', 'accounts', 'mixin:*', ALL];

requirement('OWN-08', async (t) => {
  await t.each(await bothOutlooks(t), async ({ viewer, colleague, foreigner, loner }) => {
    const strangers = [foreigner, loner];
    const find = () => t.send(finding(foreigner.email));
    await t.settled('read finds a customer of the other company', find, (seen) => isListed(seen, foreigner));
    const expands = Object.fromEntries(EXPANDS.map((expand) => [`expand=${expand}`, expand]));
    await t.each(expands, async (expand) => {
      const q = `contactEmail:${foreigner.email}`;
      expectUnlisted(t, [await t.send(listing({ expand }, viewer))], strangers);
      expectUnlisted(t, [await t.send(listing({ expand, q }, viewer))], strangers);
      const read = await t.send(reading(foreigner.number, { expand }, viewer));
      t.expect(!isAccepted(read), 'a customer out of sight', `status ${read.response.status}`, read);
      expectSilentAbout(t, foreigner, read);
    });
    expectUnlisted(t, await walkList(t, viewer, { expand: ALL }), strangers);
    t.controlAccepted(await t.send(reading(foreigner.number, { expand: ALL })));
    t.controlAccepted(await t.send(reading(colleague.number, { expand: ALL }, viewer)), `reading a colleague`);
  });
});
