import { requirement } from '../../../src/conformance/requirement.ts';
import { isAccepted, type Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, patching, reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { controlList } from '../stage/entitled.ts';
import { createFound, expectFinds, itemOf } from '../stage/found.ts';
import { bodyOf, itemsOf } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';

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
  ];
  const customers = await Promise.all(alike.map((contactEmail) => createCustomer(t, { contactEmail })));
  controlList(t, await t.send(finding(email)));
  // Nobody is missed by a search only because lists lag behind.
  await t.each(Object.fromEntries(customers.map((customer) => [customer.email, customer])), async (customer) => {
    await t.eventually(
      'the search to find the customer',
      () => t.send(finding(customer.email)),
      (seen) => itemOf(seen, customer) !== undefined,
    );
  });
  await t.each(Object.fromEntries(customers.map((customer) => [customer.email, customer])), async (customer) => {
    const found = await expectFinds(t, `contactEmail:${customer.email}`, customer);
    t.expect(itemsOf(found).length === 1, 'the customer once', `${itemsOf(found).length} times`, found);
  });
  await expectInactiveFound(t);
});

/** Nobody is hidden for not being active. */
async function expectInactiveFound(t: Examination): Promise<void> {
  const customer = await createFound(t);
  t.controlAccepted(await t.send(patching(customer.number, { active: false })), 'a change of active');
  const look = () => t.send(reading(customer.number));
  await t.settled('the customer is read as not active', look, (seen) => bodyOf(seen)['active'] === false);
  await expectFinds(t, `contactEmail:${customer.email}`, customer);
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
