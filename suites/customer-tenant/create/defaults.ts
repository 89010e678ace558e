import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { expectReadUnderBoth } from '../stage/both-names.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createColleague, legalEntitiesOf } from '../stage/company.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { asObject, bodyOf, show } from '../stage/json.ts';
import { createByPut } from '../stage/put.ts';
import { expectStored } from '../stage/stored.ts';
import { telling } from '../stage/telling.ts';

requirement('CRE-20', async (t) => {
  const { contactEmail, firstName, lastName } = builderOf(t).profile();
  const number = createdNumber(t, await t.send(creating({ contactEmail, firstName, lastName })));
  const defaults = { preferredLanguage: 'en_US', preferredCurrency: 'USD', preferredSite: 'main' };
  await expectStored(t, number, { contactEmail, ...defaults });
  const some = { contactEmail: builderOf(t).email(), preferredCurrency: 'EUR' };
  await expectStored(t, createdNumber(t, await t.send(creating(some))), { ...defaults, ...some });
  const named = { contactEmail: builderOf(t).email(), id: builderOf(t).number() };
  await expectStored(t, createdNumber(t, await t.send(creating(named))), defaults);
  const put = await createByPut(t, {});
  if (put !== undefined) await expectStored(t, put, defaults);
  if (!t.claims('company')) return;
  const colleague = creating({ contactEmail: builderOf(t).email() }, 'manageOwn');
  await expectStored(t, createdNumber(t, await t.send(colleague)), defaults);
});

requirement('CRE-21', async (t) => {
  const { number } = await createCustomer(t);
  await expectStored(t, number, { active: true, onHold: false });
  const put = await createByPut(t, {});
  if (put !== undefined) await expectStored(t, put, { active: true, onHold: false });
  if (t.claims('company')) await expectStored(t, (await createColleague(t)).number, { active: true, onHold: false });
});

requirement('CRE-22', async (t) => {
  await t.each({ generated: {}, 'of its own': { id: `Cre22-${builderOf(t).number()}` } }, async (members) =>
    expectReadUnderBoth(t, await createCustomer(t, members)),
  );
});

requirement('CRE-24', async (t) => {
  const { number } = await createCustomer(t);
  await expectStored(t, number, { businessModel: 'B2C' });
  const put = await createByPut(t, {});
  if (put !== undefined) await expectStored(t, put, { businessModel: 'B2C' });
});

requirement('CRE-25', async (t) => {
  const { number, stored } = await createColleague(t);
  await expectInCompany(t, number);
  const { companyRegistrationId } = asObject(stored['b2b']);
  if (typeof companyRegistrationId !== 'string') return;
  const joining = { ...builderOf(t).profile(), b2b: { companyRegistrationId } };
  // That a registration leads into a company is written of creations in general, and shown by one.
  const posted = createdNumber(t, await t.send(creating(joining)));
  const { held } = await t.waitUntil(() => t.send(reading(posted)), isOfCompany);
  const put = held ? await createByPut(t, { ...builderOf(t).profile(), b2b: { companyRegistrationId } }) : undefined;
  if (put !== undefined) await expectInCompany(t, put);
});

requirement('CRE-31', async (t) => {
  const { number } = await createCustomer(t);
  const seen = await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  const { metadata } = bodyOf(seen);
  t.control(typeof asObject(metadata)['version'] !== 'string', 'a version, where one is shown, is no text');
  t.expect(asObject(metadata)['version'] === 1, 'metadata.version 1', `metadata ${show(metadata)}`, seen);
  const made = await createByPut(t, {});
  if (made === undefined) return;
  const read = await t.settled('a customer made by PUT is read', () => t.send(reading(made)), isAccepted);
  const { metadata: first } = bodyOf(read);
  t.expect(asObject(first)['version'] === 1, 'metadata.version 1 after a PUT that creates', show(first), read);
});

async function expectInCompany(t: Examination, number: string): Promise<void> {
  await expectStored(t, number, { businessModel: 'B2B' });
  await t.eventually('legalEntities to name the company', () => t.send(reading(number)), isOfCompany, telling('b2b'));
}

function isOfCompany(seen: Exchange): boolean {
  return legalEntitiesOf(bodyOf(seen)).length > 0;
}
