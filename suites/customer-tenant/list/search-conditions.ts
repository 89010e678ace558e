import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { listing, patching, reading } from '../stage/calls.ts';
import { createFound, expectFinds } from '../stage/found.ts';
import { bodyOf, itemsOf } from '../stage/json.ts';
import { createWithMixin, MIXIN } from '../stage/mixins.ts';

requirement('LST-19', async (t) => {
  const lastName = builderOf(t).marker();
  const [active, inactive] = await Promise.all([createFound(t, { lastName }), createFound(t, { lastName })]);
  await t.each({ active, inactive }, ({ number }, state) => setActive(t, number, state === 'active'));
  await expectFinds(t, `lastName:${lastName} active:false`, inactive);
  await expectFinds(t, `lastName:${lastName} active:true`, active);
  await t.eventually(
    'a list of customers that are all inactive',
    () => t.send(listing({ q: 'active:false' })),
    (seen) => itemsOf(seen).length > 0 && itemsOf(seen).every((item) => item['active'] !== true),
  );
});

requirement('LST-20', async (t) => {
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

async function setActive(t: Examination, number: string, active: boolean): Promise<void> {
  t.controlAccepted(await t.send(patching(number, { active })), `a change of active to ${active}`);
  await t.settled(
    `the customer is read with active ${active}`,
    () => t.send(reading(number)),
    (seen) => bodyOf(seen)['active'] === active,
  );
}
