import type { PrincipalName } from '../../../src/auth/principal.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, finding, patching, reading } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { controlEmpty } from '../stage/found.ts';
import { bodyOf, idsOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';
import { knownEmail } from '../stage/known-email.ts';
import { isListed } from '../stage/privacy.ts';
import { sendChange } from '../stage/version.ts';
import { lookThroughTenant } from '../stage/walk.ts';

const CREATORS: Readonly<Record<string, PrincipalName>> = {
  'a customer of company A': 'manageOwn',
  'a customer of company B': 'otherManageOwn',
  'a customer of no company': 'manage',
};

requirement('OWN-19', async (t) => {
  await knownCustomer(t);
  await knownEmail(t);
  const customers: { number: string; email: string }[] = [];
  await t.each(CREATORS, async (creator) => {
    const profile = builderOf(t).profile();
    const number = createdNumber(t, await t.send(creating(profile, creator)));
    customers.push({ number, email: profile.contactEmail });
    await expectReachable(t, number, profile.contactEmail);
  });
  const { pages, isWhole } = await lookThroughTenant(t, customers);
  const absent = customers.filter((customer) => !pages.some((page) => isListed(page, customer)));
  const emails = absent.map(({ email }) => email).join(' and ');
  t.expect(absent.length === 0 || !isWhole, 'all three in the whole list', `${emails} missing`, ...pages.slice(-2));
});

async function expectReachable(t: Examination, number: string, email: string): Promise<void> {
  const read = () => t.send(reading(number));
  const isIt = (seen: Exchange) => isAccepted(seen) && bodyOf(seen)['contactEmail'] === email;
  await t.eventually(`${email} to be read with customer_read`, read, isIt);
  const find = () => t.send(finding(email));
  const found = await t.waitUntil(find, (seen) => isListed(seen, { number, email }));
  if (!found.held) await controlEmpty(t);
  t.expect(found.held, `${email} to be found with customer_read`, `${idsOf(found.seen).length} others`, found.seen);
  const company = builderOf(t).marker();
  t.expectAccepted(await sendChange(t, patching(number, { company })));
  const { seen, held } = await t.waitUntil(read, (shown) => bodyOf(shown)['company'] === company);
  if (!held) await controlChangeRead(t);
  t.expect(held, `the change of ${email} to be read`, `company ${show(bodyOf(seen)['company'])}`, seen);
}

/** A change that is not read of any customer is judged elsewhere. Throws Untestable. */
async function controlChangeRead(t: Examination): Promise<void> {
  await changeCustomer(t, (await createCustomer(t)).number, { company: builderOf(t).marker() });
}
