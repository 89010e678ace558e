import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating } from '../stage/calls.ts';
import { expectNobodyHas } from '../stage/effect.ts';
import { longId } from '../stage/long-id.ts';

requirement('CRE-17', async (t) => {
  const id = builderOf(t).number();
  // Not one of 66 characters: whether that is taken is judged elsewhere, and only as a SHOULD.
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id })), 'a shorter id');
  await expectRefusedIds(t, { '67 characters': longId(t, 1) });
});

requirement('CRE-18', async (t) => {
  const id = builderOf(t).number();
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id })), 'an id of letters, digits and hyphens');
  await expectRefusedIds(t, {
    'an empty id': '',
    'an id with a space': `${id} b`,
    'an id with a line break at its end': `${id}\n`,
    'an id with a slash': `${id}/b`,
    'an id with a dot': `${id}.b`,
    'an id with an umlaut': `${id}ä`,
  });
});

/** Expects creations under these ids to be answered 400 and to create nobody. */
async function expectRefusedIds(t: Examination, ids: Readonly<Record<string, string>>): Promise<void> {
  const emails: string[] = [];
  await t.each(ids, async (id) => {
    const profile = { ...builderOf(t).profile(), id };
    emails.push(profile.contactEmail);
    t.expectStatus(await t.send({ ...creating(profile), invalid: true }), 400);
  });
  await expectNobodyHas(t, emails);
}
