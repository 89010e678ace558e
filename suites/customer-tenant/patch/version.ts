import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { createVersioned, versionIn } from '../stage/version.ts';

requirement('PAT-12', async (t) => {
  const { number, stored, outdated } = await createVersioned(t);
  const patch = (version: number) => patching(number, { company: builderOf(t).marker(), metadata: { version } });
  const refused = await t.send(patch(outdated));
  const { status } = refused.response;
  t.expect(status >= 400 && status < 500, 'an outdated version to be refused with 4xx', `status ${status}`, refused);
  await expectUnchanged(t, number, stored, refused);
  const current = versionIn(await t.send(reading(number)));
  t.controlAccepted(await t.send(patch(current)), 'a PATCH with the current version');
});

requirement('PAT-14', async (t) => {
  const { number, current } = await createVersioned(t);
  t.controlAccepted(await t.send(patching(number, { company: builderOf(t).marker() })), 'a change');
  await t.eventually(
    `a metadata.version above ${current}`,
    () => t.send(reading(number)),
    (seen) => versionIn(seen) > current,
  );
});
