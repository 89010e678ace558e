import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { createColleague } from '../stage/company.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { telling } from '../stage/telling.ts';
import { createVersioned, currentVersion, expectSameVersion, versionIn } from '../stage/version.ts';

requirement('UPS-08', async (t) => {
  const { number, profile, stored, outdated, current } = await createVersioned(t);
  const put = (version: number) =>
    upserting(number, { ...profile, company: builderOf(t).marker(), metadata: { version } });
  const refused = await t.send(put(outdated));
  controlEntitled(t, refused);
  t.expectStatus(refused, 409);
  if (outdated > 0) t.expectStatus(await t.send({ ...put(0), invalid: true }), 409, 400);

  const accepted = put(current);
  await expectSameVersion(t, number, current, refused);
  await expectUnchanged(t, number, stored, refused);
  const now = await currentVersion(t, number);
  t.controlAccepted(await t.send(now === current ? accepted : put(now)), 'a PUT with the current version');
  if (t.claims('company')) await expectOutdatedRefused(t);
});

requirement('UPS-09', async (t) => {
  const { number, profile, current } = await createVersioned(t);
  const company = builderOf(t).marker();
  const put = await t.send(upserting(number, { ...profile, company, metadata: { version: current } }));
  controlEntitled(t, put);
  t.expectAccepted(put);
  await t.eventually(
    `metadata.version ${current + 1}`,
    () => t.send(reading(number)),
    (seen) => versionIn(seen) === current + 1,
    telling('metadata'),
  );
});

/** Expects customer_manage_own to be no way around it. */
async function expectOutdatedRefused(t: Examination): Promise<void> {
  const { number, profile, outdated, current } = await createVersioned(t, createColleague);
  const put = (version: number) => upserting(number, { ...profile, metadata: { version } }, 'manageOwn');
  t.controlAccepted(await t.send(put(current)), 'a PUT with the current version under customer_manage_own');
  t.expectStatus(await t.send(put(outdated)), 409);
}
