import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { createVersioned, expectSameVersion, versionIn } from '../stage/version.ts';

requirement('UPS-08', async (t) => {
  const { number, profile, stored, outdated, current } = await createVersioned(t);
  const put = (version: number) =>
    upserting(number, { ...profile, company: builderOf(t).marker(), metadata: { version } });
  const refused = await t.send(put(outdated));
  controlEntitled(t, refused);
  t.expectStatus(refused, 409);

  const accepted = put(current);
  await expectSameVersion(t, number, current, refused);
  await expectUnchanged(t, number, stored, refused);
  const now = versionIn(await t.send(reading(number)));
  t.controlAccepted(await t.send(now === current ? accepted : put(now)), 'a PUT with the current version');
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
  );
});
