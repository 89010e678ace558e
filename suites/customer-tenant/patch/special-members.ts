import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { FOREIGN_NAMES } from '../stage/foreign-names.ts';
import { mergePatching, takesMergePatches } from '../stage/merge-patch.ts';
import { MIXIN, MIXIN_DATA, MIXIN_SCHEMA } from '../stage/mixins.ts';
import { expectOwnedKept } from '../stage/owned.ts';
import { expectStored, isEmptied } from '../stage/stored.ts';
import { telling } from '../stage/telling.ts';
import { currentVersion, versionOf } from '../stage/version.ts';

requirement('PAT-08', async (t) => {
  await t.each({ null: null, 'an empty text': '' }, async (contactEmail) => {
    const { number, stored } = await createCustomer(t);
    t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a right PATCH');
    const patched = await t.send({ ...patching(number, { contactEmail }), invalid: true });
    t.expectStatus(patched, 200, 400);
    await expectUnchanged(t, number, stored, patched);
  });
  if (!(await takesMergePatches(t))) return;
  const { number, stored } = await createCustomer(t);
  await expectUnchanged(t, number, stored, await t.send(mergePatching(number, { contactEmail: null })));
});

requirement('PAT-15', async (t) => {
  const { number, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH of another member');
  const mixins = { [MIXIN]: MIXIN_DATA };
  const metadata = { mixins: { [MIXIN]: MIXIN_SCHEMA } };
  t.expectAccepted(await t.send(patching(number, { mixins, metadata })));
  await expectStored(t, number, { mixins, metadata }, { expand: 'mixin:*' });
  const changed = { mixins: { [MIXIN]: { ...MIXIN_DATA, packaging: 'Carton' } } };
  // A deployment may want to be told the schema of what it stores, each time.
  t.expectAccepted(await t.send(patching(number, { ...changed, metadata })));
  await expectStored(t, number, changed, { expand: 'mixin:*' });
  const other = await createCustomer(t);
  const version = versionOf(other.stored);
  // Whether a customer shows its version is judged elsewhere.
  if (!Number.isInteger(version)) return;
  const versioned = patching(other.number, { mixins, metadata: { ...metadata, version } });
  t.controlAccepted(await t.send(versioned), 'a PATCH of the same with the version');
  await expectStored(t, other.number, { mixins, metadata }, { expand: 'mixin:*' });
  // What tells the version says nothing of the mixins.
  const locked = { company: builderOf(t).marker(), metadata: { version: await currentVersion(t, other.number) } };
  t.controlAccepted(await t.send(patching(other.number, locked)), 'a PATCH of a company with the version');
  await expectStored(t, other.number, { company: locked.company, mixins, metadata }, { expand: 'mixin:*' });
});

requirement('PAT-16', (t) => expectOwnedKept(t, ({ number }, members) => patching(number, members)));

requirement('PAT-20', async (t) => {
  const { number, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH in plain letters');
  t.expectAccepted(await t.send(patching(number, FOREIGN_NAMES)));
  await expectStored(t, number, FOREIGN_NAMES);
});

requirement('PAT-18', async (t) => {
  const { number, stored } = await createCustomer(t, { middleName: builderOf(t).marker() });
  t.control(typeof stored['middleName'] === 'string', 'the customer has a middleName');
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH as application/json');
  const patched = await t.send(mergePatching(number, { middleName: null }));
  if (patched.response.status === 415) return t.note('merge patches are not read');
  t.expectAccepted(patched);
  await t.eventually(
    'a member that was sent as null to be gone',
    () => t.send(reading(number)),
    isEmptied('middleName'),
    telling('middleName'),
  );
});
