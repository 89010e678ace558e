import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { listing, patching, reading } from '../stage/calls.ts';
import { createFound, expectFinds } from '../stage/found.ts';
import { bodyOf, itemsOf } from '../stage/json.ts';
import { controlJoinedTerms } from '../stage/joined-terms.ts';
import { createWithMixin, MIXIN } from '../stage/mixins.ts';
import { controlSteady } from '../stage/steady.ts';

requirement('LST-19', async (t) => {
  await controlJoinedTerms(t);
  const lastName = builderOf(t).marker();
  const [active, inactive] = await Promise.all([createFound(t, { lastName }), createFound(t, { lastName })]);
  await t.each({ active, inactive }, ({ number }, state) => setActive(t, number, state === 'active', lastName));
  await expectFinds(t, `lastName:${lastName} active:false`, inactive);
  await expectFinds(t, `lastName:${lastName} active:true`, active);
  await t.eventually(
    'a list of customers that are all inactive',
    () => t.send(listing({ q: 'active:false' })),
    (seen) => itemsOf(seen).length > 0 && itemsOf(seen).every((item) => item['active'] !== true),
  );
});

requirement('LST-20', async (t) => {
  await controlJoinedTerms(t);
  const builder = builderOf(t);
  await t.each(
    {
      middleName: async (lastName: string) => createFound(t, { lastName, middleName: 'Lee' }),
      [`mixins.${MIXIN}`]: async (lastName: string) => createWithMixin(t, { lastName }),
    },
    async (create, field) => {
      const lastName = builder.marker();
      const [having, lacking] = await Promise.all([create(lastName), createFound(t, { lastName })]);
      await expectFinds(t, `lastName:${lastName} ${field}:exists`, having);
      await expectFinds(t, `lastName:${lastName} ${field}:missing`, lacking);
      await expectFinds(t, `lastName:${lastName} ${field}:null`, lacking);
    },
  );
});

async function setActive(t: Examination, number: string, active: boolean, lastName: string): Promise<void> {
  t.controlAccepted(await t.send(patching(number, { active })), `a change of active to ${active}`);
  const seen = await t.settled(
    `the customer is read with active ${active} and its lastName`,
    () => t.send(reading(number)),
    (read) => bodyOf(read)['active'] === active && bodyOf(read)['lastName'] === lastName,
  );
  await controlSteady(t, number, bodyOf(seen));
}
