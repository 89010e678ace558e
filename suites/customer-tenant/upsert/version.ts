import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { reading, upserting } from '../stage/calls.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { createVersioned, versionIn } from '../stage/version.ts';

requirement('UPS-08', async (t) => {
  const { number, profile, stored, outdated, current } = await createVersioned(t);
  const put = (version: number) =>
    upserting(number, { ...profile, company: builderOf(t).marker(), metadata: { version } });
  const refused = await t.send(put(outdated));
  t.control(![401, 403].includes(refused.response.status), 'whoever manages customers may send a PUT');
  t.expectStatus(refused, 409);

  const accepted = put(current);
  await expectUnchanged(t, number, stored, refused);
  const now = versionIn(await t.send(reading(number)));
  t.controlAccepted(await t.send(now === current ? accepted : put(now)), 'a PUT with the current version');
});

requirement('UPS-09', async (t) => {
  const { number, profile, current } = await createVersioned(t);
  const company = builderOf(t).marker();
  t.expectAccepted(await t.send(upserting(number, { ...profile, company, metadata: { version: current } })));
  await t.eventually(
    `metadata.version ${current + 1}`,
    () => t.send(reading(number)),
    (seen) => versionIn(seen) === current + 1,
  );
});
