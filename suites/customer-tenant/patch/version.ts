import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { mergePatching, takesMergePatches } from '../stage/merge-patch.ts';
import { MIXED } from '../stage/mixins.ts';
import { expectStored } from '../stage/stored.ts';
import { telling } from '../stage/telling.ts';
import { createVersioned, currentVersion, expectSameVersion, versionIn, versionOf } from '../stage/version.ts';

requirement('PAT-12', async (t) => {
  const { number, stored, outdated, current: before } = await createVersioned(t);
  const company = builderOf(t).marker();
  const patch = (version: number) => patching(number, { company, metadata: { version } });
  const refused = await t.send(patch(outdated));
  const received = `status ${refused.response.status}`;
  t.expect(isRefused(refused), 'an outdated version to be refused with 4xx', received, refused);
  const answers = [refused, ...((await takesMergePatches(t)) ? [await mergeOutdated(t, number, outdated)] : [])];
  await expectSameVersion(t, number, before, ...answers);
  await expectUnchanged(t, number, stored, ...answers);
  t.expectAccepted(await t.send(patch(await currentVersion(t, number))));
  await expectStored(t, number, { company });
  if (t.claims('company')) await expectOutdatedRefused(t);
});

requirement('PAT-14', async (t) => {
  const { number, stored } = await createCustomer(t);
  let version = versionOf(stored);
  t.control(Number.isInteger(version), 'a customer shows its version');
  // A tenant may be set up to create customers who are switched off already.
  const switched = [{ active: stored['active'] === false }, { onHold: stored['onHold'] !== true }];
  const texts = [{ company: builderOf(t).marker() }, { contactEmail: builderOf(t).email() }];
  for (const change of [...texts, ...switched, MIXED]) {
    const patched = await t.send(patching(number, change));
    // Whether a PATCH can add a mixin is judged elsewhere.
    if (change === MIXED && !isAccepted(patched)) return;
    t.controlAccepted(patched, 'a change');
    const look = () => t.send(reading(number));
    const isNewer = (seen: Exchange) => versionIn(seen) > version;
    version = versionIn(await t.eventually(`a metadata.version above ${version}`, look, isNewer, telling('metadata')));
  }
});

/** Expects a merge patch to be no way around it. */
async function mergeOutdated(t: Examination, number: string, version: number): Promise<Exchange> {
  const refused = await t.send(mergePatching(number, { company: builderOf(t).marker(), metadata: { version } }));
  const received = `status ${refused.response.status}`;
  t.expect(isRefused(refused), 'an outdated version to be refused with 4xx', received, refused);
  return refused;
}

/** Expects customer_manage_own to be no way around it. */
async function expectOutdatedRefused(t: Examination): Promise<void> {
  const { number, outdated, current } = await createVersioned(t, createColleague);
  const patch = (version: number) =>
    patching(number, { company: builderOf(t).marker(), metadata: { version } }, 'manageOwn');
  t.controlAccepted(await t.send(patch(current)), 'a PATCH with the current version under customer_manage_own');
  const refused = await t.send(patch(outdated));
  const received = `status ${refused.response.status}`;
  t.expect(isRefused(refused), 'an outdated version to be refused with 4xx', received, refused);
}
