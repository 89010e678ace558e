import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { asObject } from '../stage/json.ts';
import { expectStored, isStored } from '../stage/stored.ts';

requirement('PAT-09', async (t) => {
  const { number, stored } = await createCustomer(t);
  const patched = await t.send(patching(number, {}));
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH of one member');
  t.expectAccepted(patched);
  await expectUnchanged(t, number, stored, patched);
});

requirement('PAT-13', async (t) => {
  const { number, stored } = await createCustomer(t);
  const { version } = asObject(stored['metadata']);
  t.control(version === undefined || Number.isInteger(version), 'a version, where one is shown, is an integer');
  const [first, ...later] = Array.from({ length: 3 }, () => ({ company: builderOf(t).marker() }));
  const versioned = await t.send(patching(number, { ...first, metadata: { version } }));
  t.controlAccepted(versioned, 'a PATCH with a version');
  const look = () => t.send(reading(number));
  await t.settled('that PATCH is read', look, (seen) => isStored(seen, { ...first }));
  for (const change of later) {
    t.expectAccepted(await t.send(patching(number, change)));
    await expectStored(t, number, change);
  }
  const company = builderOf(t).marker();
  t.expectAccepted(await t.send(patching(number, { company, metadata: {} })));
  await expectStored(t, number, { company });
});
