import { isAccepted } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { createCustomer, createdNumber } from '../stage/customer.ts';
import { asObject, bodyOf } from '../stage/json.ts';
import { expectStored } from '../stage/stored.ts';

requirement('CRE-23', async (t) => {
  const id = builderOf(t).marker();
  const owned = {
    customerNumber: id,
    businessModel: 'B2B',
    b2b: { legalEntities: [{ id, name: id, contactAssignmentId: id }] },
    metadataCreatedAt: '2001-01-01T00:00:00.000Z',
  };
  const created = await t.send({ ...creating({ ...builderOf(t).profile(), ...owned }), invalid: true });
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a creation without such members');
  if (created.response.status >= 400 && created.response.status < 500) return t.note('such members are refused');
  const number = createdNumber(t, created);
  const seen = await t.settled('the customer is read', () => t.send(reading(number)), isAccepted);
  const { customerNumber, businessModel, b2b, metadataCreatedAt } = bodyOf(seen);
  const taken = {
    customerNumber: customerNumber === id,
    businessModel: businessModel === 'B2B',
    legalEntities: JSON.stringify(asObject(b2b)['legalEntities'] ?? []).includes(id),
    metadataCreatedAt: String(metadataCreatedAt).startsWith('2001'),
  };
  const names = Object.entries(taken).flatMap(([name, isTaken]) => (isTaken ? [name] : []));
  t.expect(names.length === 0, 'no member that only the service sets to be taken', names.join(', '), created);
});

requirement('CRE-26', async (t) => {
  const b2b = { companyRegistrationId: builderOf(t).marker() };
  const number = createdNumber(t, await t.send(creating({ ...builderOf(t).profile(), b2b })));
  await expectStored(t, number, { b2b });
});

requirement('CRE-27', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a creation without a type');
  await t.each({ CUSTOMER: 'CUSTOMER', CONTACT: 'CONTACT' }, async (type) => {
    t.expectAccepted(await t.send(creating({ ...builderOf(t).profile(), type })));
  });
  const refused = await t.send({ ...creating({ ...builderOf(t).profile(), type: 'ROBOT' }), invalid: true });
  t.expectStatus(refused, 400);
});

requirement('CRE-33', async (t) => {
  const unknown = { userRights: 'none', conformanceProbe: { deep: [1, 2] } };
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a creation without such members');
  t.expectAccepted(await t.send({ ...creating({ ...builderOf(t).profile(), ...unknown }), invalid: true }));
});

requirement('CRE-34', async (t) => {
  await createCustomer(t);
  const texts = {
    title: 'Señora',
    firstName: 'Zoë Åsa Łucja',
    middleName: 'Ærø-Ñandú',
    lastName: '王小明',
    company: 'Crème & Söhne 🏭🇪🇺 "Ä"',
  };
  const created = await t.send(creating({ ...builderOf(t).profile(), ...texts }));
  t.expectAccepted(created);
  await expectStored(t, createdNumber(t, created), texts);
});

requirement('CRE-37', async (t) => {
  const created = await t.send(creating(builderOf(t).profile()));
  t.controlAccepted(created, 'a creation');
  const { location } = created.response.headers;
  t.note(location === undefined ? 'a creation has no Location header' : `Location is ${location}`);
});
