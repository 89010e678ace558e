import { requirement } from '../../../src/conformance/requirement.ts';
import { finding, listing } from '../stage/calls.ts';
import { bothOutlooks, legalEntitiesOf, type Outlook } from '../stage/company.ts';
import { asObject } from '../stage/json.ts';
import { expectUnlisted, isListed } from '../stage/privacy.ts';

// A search may take another way where the list is sorted, expanded or cut to pages.
const WAYS = {
  sorted: { sort: 'lastName' },
  expanded: { expand: 'accounts' },
  'on a page': { pageNumber: '1', pageSize: '2' },
};

requirement('OWN-06', async (t) => {
  await t.each(await bothOutlooks(t), async (outlook) => {
    const { viewer, colleague, foreigner } = outlook;
    const find = (q: string) => t.send({ ...listing({ q, pageSize: '100' }, viewer), invalid: true });
    await t.settled(
      'the plain scope finds the customer of the other company',
      () => t.send(finding(foreigner.email)),
      (seen) => isListed(seen, foreigner),
    );
    await t.each(searches(outlook), async (q) => expectUnlisted(t, [await find(q)], [foreigner]));
    await t.each(WAYS, async (way) => {
      const q = `contactEmail:${foreigner.email}`;
      expectUnlisted(t, [await t.send(listing({ q, ...way }, viewer))], [foreigner]);
    });
    await t.settled(
      `a search by ${viewer} finds a colleague`,
      () => t.send(finding(colleague.email, viewer)),
      (seen) => isListed(seen, colleague),
    );
  });
});

/** Searches that would find the customer of the other company, by what they try. */
function searches({ colleague, foreigner }: Outlook): Readonly<Record<string, string>> {
  const { number, email, profile, stored } = foreigner;
  const { companyRegistrationId } = asObject(stored['b2b']);
  const company = legalEntitiesOf(stored)[0]?.['id'];
  return {
    'by e-mail': `contactEmail:${email}`,
    'by id': `id:${number}`,
    'by number': `customerNumber:${number}`,
    'by a list of ids': `id:(${number})`,
    'by a list with the id of a colleague': `id:(${colleague.number},${number})`,
    'by name': `lastName:${profile.lastName}`,
    'by first name': `firstName:${profile.firstName}`,
    'by name in quotes': `lastName:"${profile.lastName}"`,
    'by name and e-mail': `lastName:${profile.lastName} contactEmail:${email}`,
    'by the beginning of a name': `lastName:~${profile.lastName.slice(0, -2)}`,
    'by one of two e-mails': `contactEmail:${colleague.email} OR contactEmail:${email}`,
    'by a list of e-mails': `contactEmail:(${colleague.email},${email})`,
    ...(typeof company === 'string' && { 'by the other company': `b2b.legalEntities.id:${company} id:${number}` }),
    ...(typeof companyRegistrationId === 'string' && {
      'by the registration of the other company': `b2b.companyRegistrationId:${companyRegistrationId} id:${number}`,
    }),
  };
}
