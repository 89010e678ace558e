import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { asObject, bodyOf, show, type Json } from '../stage/json.ts';
import { MIXIN, MIXIN_DATA, MIXIN_SCHEMA } from '../stage/mixins.ts';
import { expectStored } from '../stage/stored.ts';

requirement('PAT-08', async (t) => {
  await t.each({ null: null, 'an empty text': '' }, async (contactEmail) => {
    const { number, stored } = await createCustomer(t);
    t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a right PATCH');
    const patched = await t.send({ ...patching(number, { contactEmail }), invalid: true });
    t.expectStatus(patched, 200, 400);
    await expectUnchanged(t, number, stored, patched);
  });
});

requirement('PAT-15', async (t) => {
  const { number, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH of another member');
  const mixins = { [MIXIN]: MIXIN_DATA };
  const metadata = { mixins: { [MIXIN]: MIXIN_SCHEMA } };
  t.expectAccepted(await t.send(patching(number, { mixins, metadata })));
  await expectStored(t, number, { mixins, metadata }, { expand: 'mixin:*' });
});

requirement('PAT-16', async (t) => {
  const customers = {
    'of no company': createCustomer,
    ...(t.claims('company') && { 'of a company': createColleague }),
  };
  await t.each(customers, async (create) => {
    const { number, stored } = await create(t);
    await expectCompanyKept(t, number, stored);
  });
});

requirement('PAT-18', async (t) => {
  const { number, stored } = await createCustomer(t, { middleName: builderOf(t).marker() });
  t.control(typeof stored['middleName'] === 'string', 'the customer has a middleName');
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH as application/json');
  const call = { ...patching(number, { middleName: null }), mediaType: 'application/merge-patch+json' };
  const patched = await t.send({ ...call, invalid: true });
  if (patched.response.status === 415) return t.note('merge patches are not read');
  t.expectAccepted(patched);
  await t.eventually(
    'a member that was sent as null to be gone',
    () => t.send(reading(number)),
    (seen) => (bodyOf(seen)['middleName'] ?? '') === '',
  );
});

/** Expects a PATCH of what only the service sets to be refused or without effect on it. */
async function expectCompanyKept(t: Examination, number: string, before: Json): Promise<void> {
  const id = builderOf(t).marker();
  const businessModel = before['businessModel'] === 'B2B' ? 'B2C' : 'B2B';
  const changes = { businessModel, b2b: { legalEntities: [{ id, name: id, contactAssignmentId: id }] } };
  const patched = await t.send({ ...patching(number, changes), invalid: true });
  const company = builderOf(t).marker();
  t.controlAccepted(await t.send(patching(number, { company })), 'a PATCH of another member');
  const look = () => t.send(reading(number));
  const seen = await t.settled('that PATCH is read', look, (read) => bodyOf(read)['company'] === company);
  const [was, is] = [ownedIn(before), ownedIn(bodyOf(seen))];
  t.expect(isDeepStrictEqual(is, was), show(was), show(is), patched, seen);
}

function ownedIn({ businessModel, b2b }: Json): Json {
  return { businessModel: businessModel ?? null, legalEntities: asObject(b2b)['legalEntities'] ?? [] };
}
