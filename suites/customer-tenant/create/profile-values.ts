import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading, upserting } from '../stage/calls.ts';
import { sharedColleague } from '../stage/company.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { FOREIGN_NAMES } from '../stage/foreign-names.ts';
import { bodyOf, show, type Json } from '../stage/json.ts';
import { createByPut } from '../stage/put.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';
import { expectStored } from '../stage/stored.ts';

requirement('CRE-26', async (t) => {
  const [b2b, other] = REGISTRATIONS.map((companyRegistrationId) => ({ companyRegistrationId }));
  const number = createdNumber(t, await t.send(creating({ ...builderOf(t).profile(), b2b })));
  // Whether a customer of a company is read is judged elsewhere.
  if (t.claims('company')) await sharedColleague(t);
  await expectStored(t, number, { b2b });
  const put = await createByPut(t, { ...builderOf(t).profile(), b2b: other });
  if (put !== undefined) await expectStored(t, put, { b2b: other });
});

requirement('CRE-27', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a creation without a type');
  await t.each({ CUSTOMER: 'CUSTOMER', CONTACT: 'CONTACT' }, async (type) => {
    const created = await t.send(creating({ ...builderOf(t).profile(), type }));
    t.expectAccepted(created);
    const look = () => t.send(reading(createdNumber(t, created)));
    const { seen } = await t.waitUntil(look, isAccepted);
    // Whether the customer can be read is judged elsewhere.
    if (!isAccepted(seen)) return;
    const shown = bodyOf(seen)['type'];
    t.expect(shown === undefined || shown === type, `the type ${type}, where one is shown`, show(shown), created);
  });
  const refused = await t.send({ ...creating({ ...builderOf(t).profile(), type: 'ROBOT' }), invalid: true });
  t.expectStatus(refused, 400);
  const put = (members: Json) => upserting(builderOf(t).number(), { ...builderOf(t).profile(), ...members });
  // Whether a PUT creates is judged elsewhere.
  if (!isAccepted(await t.send(put({})))) return;
  t.expectAccepted(await t.send(put({ type: 'CONTACT' })));
  t.expectStatus(await t.send({ ...put({ type: 'ROBOT' }), invalid: true }), 400);
});

requirement('CRE-33', async (t) => {
  const unknown = { userRights: 'none', conformanceProbe: { deep: [1, 2] } };
  await createCustomer(t);
  const inside = { metadata: { conformanceProbe: 'any' } };
  await t.each({ 'beside the others': unknown, 'in metadata': inside }, async (members) => {
    t.expectAccepted(await t.send({ ...creating({ ...builderOf(t).profile(), ...members }), invalid: true }));
  });
});

requirement('CRE-34', async (t) => {
  await createCustomer(t);
  const created = await t.send(creating({ ...builderOf(t).profile(), ...FOREIGN_NAMES }));
  t.expectAccepted(created);
  await expectStored(t, createdNumber(t, created), FOREIGN_NAMES);
});

requirement('CRE-37', async (t) => {
  const created = await t.send(creating(builderOf(t).profile()));
  t.controlAccepted(created, 'a creation');
  const { location } = created.response.headers;
  t.note(location === undefined ? 'a creation has no Location header' : `Location is ${location}`);
});
