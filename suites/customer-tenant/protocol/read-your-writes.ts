import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, patching, reading, upserting } from '../stage/calls.ts';
import { createdNumber } from '../stage/customer.ts';
import { bodyOf } from '../stage/json.ts';
import { expectRead } from '../stage/readable.ts';

requirement('CON-01', async (t) => {
  const builder = builderOf(t);
  const profile = builder.profile();
  const number = createdNumber(t, await t.send(creating(profile)));
  const look = () => t.send(reading(number));
  await expectRead(t, 'a created customer to be read', look, isAccepted);
  const [patched, put] = [builder.marker(), builder.marker()];
  t.controlAccepted(await t.send(patching(number, { company: patched })), 'a change');
  await expectRead(t, 'a changed member to be read', look, (seen) => bodyOf(seen)['company'] === patched);
  t.controlAccepted(await t.send(upserting(number, { ...profile, company: put })), 'an update');
  await expectRead(t, 'an updated member to be read', look, (seen) => bodyOf(seen)['company'] === put);
});
