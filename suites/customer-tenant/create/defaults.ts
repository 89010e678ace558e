import { textMember } from '../../../src/conformance/creation.ts';
import { isAccepted } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer, createdNumber, stateOf } from '../stage/customer.ts';
import { asObject, bodyOf, show } from '../stage/json.ts';
import { expectStored } from '../stage/stored.ts';

requirement('CRE-20', async (t) => {
  const { contactEmail, firstName, lastName } = builderOf(t).profile();
  const number = createdNumber(t, await t.send(creating({ contactEmail, firstName, lastName })));
  const defaults = { preferredLanguage: 'en_US', preferredCurrency: 'USD', preferredSite: 'main' };
  await expectStored(t, number, { contactEmail, ...defaults });
});

requirement('CRE-21', async (t) => {
  const { number } = await createCustomer(t);
  await expectStored(t, number, { active: true, onHold: false });
});

requirement('CRE-22', async (t) => {
  const { number, email, stored } = await createCustomer(t);
  const names = {
    id: textMember(stored, 'id') ?? number,
    customerNumber: textMember(stored, 'customerNumber') ?? number,
  };
  await t.each(names, async (name) => {
    const seen = await t.send(reading(name));
    const found = isAccepted(seen) && bodyOf(seen)['contactEmail'] === email;
    t.expect(found, `the customer to be read under ${show(name)}`, `status ${seen.response.status}`, seen);
  });
});

requirement('CRE-24', async (t) => {
  const { number } = await createCustomer(t);
  await expectStored(t, number, { businessModel: 'B2C' });
});

requirement('CRE-25', async (t) => {
  const { number } = await createColleague(t);
  const seen = await expectStored(t, number, { businessModel: 'B2B' });
  const entities = asObject(bodyOf(seen)['b2b'])['legalEntities'];
  t.expect(Array.isArray(entities) && entities.length > 0, 'legalEntities to name the company', show(entities), seen);
});

requirement('CRE-31', async (t) => {
  const { number } = await createCustomer(t);
  const { metadata } = await stateOf(t, number);
  t.expect(asObject(metadata)['version'] === 1, 'metadata.version 1', show(metadata));
});
