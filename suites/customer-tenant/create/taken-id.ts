import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { describeAnswer, isRefused } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating } from '../stage/calls.ts';
import { createCustomer, type Customer } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';
import { createByPut } from '../stage/put.ts';
import { removeCustomer } from '../stage/removal.ts';

requirement('CRE-15', async (t) => {
  const { number, stored } = await createUnder(t, builderOf(t).number());
  const second = builderOf(t).profile();
  const refused = await t.send(creating({ ...second, id: number }));
  t.expectStatus(refused, 409);
  await expectUnchanged(t, number, stored, refused);
  await expectNobodyHas(t, second.contactEmail, refused);
  const other = { ...builderOf(t).profile(), id: builderOf(t).number() };
  t.controlAccepted(await t.send(creating(other)), 'a creation with an id and an e-mail of its own');
  const again = await t.send(creating({ ...second, id: builderOf(t).number() }));
  t.expect(again.response.status !== 409, 'the e-mail of a refused creation to be free', 'status 409', refused, again);
  const { contactEmail: _, ...nameless } = builderOf(t).profile();
  const silent = await t.send(creating({ ...nameless, id: number }));
  t.expect(isRefused(silent), 'a taken id to be refused without an e-mail, too', describeAnswer(silent), silent);
  const put = await createByPut(t, {});
  if (put !== undefined) t.expectStatus(await t.send(creating({ ...builderOf(t).profile(), id: put })), 409);
  if (!t.claims('company')) return;
  const colleague = await createUnder(t, builderOf(t).number(), 'manageOwn');
  t.expectStatus(await t.send(creating({ ...builderOf(t).profile(), id: colleague.number }, 'manageOwn')), 409);
});

requirement('CRE-36', async (t) => {
  const { number } = await createUnder(t, builderOf(t).number());
  await removeCustomer(t, number);
  const refused = await t.send(creating({ ...builderOf(t).profile(), id: number }));
  const received = `status ${refused.response.status}`;
  t.expect(isRefused(refused), 'the number of a deleted customer to be refused', received, refused);
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id: builderOf(t).number() })));
});

/** Creates a customer under an id of the caller's choice. Throws Untestable where it is given another. */
async function createUnder(t: Examination, id: string, as?: PrincipalName): Promise<Customer> {
  const customer = await createCustomer(t, { id }, as);
  t.control(customer.number === id, 'a custom id is kept');
  return customer;
}
