import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { createVersioned, expectSameVersion, versionIn, versionOf } from '../stage/version.ts';

requirement('PAT-12', async (t) => {
  const { number, stored, outdated, current: before } = await createVersioned(t);
  const patch = (version: number) => patching(number, { company: builderOf(t).marker(), metadata: { version } });
  const refused = await t.send(patch(outdated));
  const { status } = refused.response;
  t.expect(status >= 400 && status < 500, 'an outdated version to be refused with 4xx', `status ${status}`, refused);
  await expectSameVersion(t, number, before, refused);
  await expectUnchanged(t, number, stored, refused);
  const current = versionIn(await t.send(reading(number)));
  t.expectAccepted(await t.send(patch(current)));
});

requirement('PAT-14', async (t) => {
  const { number, stored } = await createCustomer(t);
  let version = versionOf(stored);
  t.control(Number.isInteger(version), 'a customer shows its version');
  for (const change of [{ company: builderOf(t).marker() }, { active: false }, { onHold: true }]) {
    t.controlAccepted(await t.send(patching(number, change)), 'a change');
    const look = () => t.send(reading(number));
    const isNewer = (seen: Exchange) => versionIn(seen) > version;
    version = versionIn(await t.eventually(`a metadata.version above ${version}`, look, isNewer));
  }
});
