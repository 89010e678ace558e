import { requirement } from '../../../src/conformance/requirement.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from '../stage/builder.ts';
import { finding } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { controlList } from '../stage/entitled.ts';
import { createFound, expectFinds, findsExactly, itemOf } from '../stage/found.ts';
import { expectFoundInEveryState, expectMixedCaseFound } from '../stage/found-by-email.ts';
import { itemsOf } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';
import { whoIsIn } from '../stage/telling.ts';

requirement('LST-15', async (t) => {
  const email = builderOf(t).email();
  const [local = '', domain = ''] = email.split('@');
  const alike = [
    email,
    `x${email}`,
    `${local}x@${domain}`,
    `${local}@example.org`,
    `${email}.example.org`,
    `${local.replaceAll('.', 'x')}@${domain}`,
    // Some providers deliver both to one mailbox.
    `${local.replaceAll('.', '')}@${domain}`,
    // What stands for any character in a database.
    `${local.replaceAll('.', '_')}@${domain}`,
  ];
  const customers = await Promise.all(alike.map((contactEmail) => createCustomer(t, { contactEmail })));
  controlList(t, await t.send(finding(email)));
  // Nobody is missed by a search only because lists lag behind.
  await t.each(Object.fromEntries(customers.map((customer) => [customer.email, customer])), async (customer) => {
    await t.eventually(
      'the search to find the customer',
      () => t.send(finding(customer.email)),
      (seen) => itemOf(seen, customer) !== undefined,
      whoIsIn,
    );
  });
  await t.each(Object.fromEntries(customers.map((customer) => [customer.email, customer])), async (customer) => {
    const found = await expectFinds(t, `contactEmail:${customer.email}`, customer);
    t.expect(itemsOf(found).length === 1, 'the customer once', `${itemsOf(found).length} times`, found);
  });
  await expectFoundInEveryState(t);
  await expectMixedCaseFound(t);
  if (t.claims('company')) await expectFoundByColleagues(t);
});

/** A search of somebody who sees one company narrows, too. */
async function expectFoundByColleagues(t: Examination): Promise<void> {
  const colleague = await sharedColleague(t);
  const look = () => t.send(finding(colleague.email, 'readOwn'));
  await t.settled('a colleague is found', look, (seen) => itemOf(seen, colleague) !== undefined);
  const expected = `a search by readOwn to find exactly ${colleague.email}`;
  await t.eventually(expected, look, (seen) => findsExactly(seen, [colleague]), whoIsIn);
}

requirement('LST-16', async (t) => {
  const empty = await t.send(finding(builderOf(t).email()));
  const found = await t.send(finding(await knownEmail(t)));
  t.controlAccepted(found, 'a search that matches');
  const { json } = empty.response;
  if (!Array.isArray(json) || json.length > 0) t.fail({ expected: '200 with an empty array', exchange: empty });
  // Which success a list is answered with is not judged here.
  t.expectStatus(empty, isAccepted(empty) ? found.response.status : 200);
});

requirement('LST-24', async (t) => {
  const [local = '', domain = ''] = builderOf(t).email().split('@');
  const plain = await createFound(t, { contactEmail: `${local}@${domain}` });
  const tagged = await createCustomer(t, { contactEmail: `${local}+tag@${domain}` });
  await expectFinds(t, `contactEmail:${tagged.email}`, tagged);
  await expectFinds(t, `contactEmail:${plain.email}`, plain);
});
