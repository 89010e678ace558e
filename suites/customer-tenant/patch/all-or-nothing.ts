import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { patching, reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { asObject, bodyOf, show } from '../stage/json.ts';
import { MIXED, MIXIN } from '../stage/mixins.ts';

requirement('PAT-19', async (t) => {
  const { number, stored } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: stored['company'] })), 'a PATCH in its right form');
  const look = () => t.send(reading(number, { expand: 'mixin:*' }));
  // Whether somebody new has the mixins of somebody else is judged elsewhere.
  const isBare = mixinIn(await look()) === undefined;
  const marker = builderOf(t).marker();
  const bodies = {
    'a right member first': { firstName: marker, preferredCurrency: 'EURO' },
    'a wrong member first': { preferredCurrency: 'EU', lastName: marker },
    'a member of a wrong type': { company: marker, b2b: 'word', active: false },
    'a mixin beside it': { ...MIXED, preferredCurrency: 'EURO' },
  };
  const refused: Exchange[] = [];
  await t.each(bodies, async (body) => {
    const answer = await t.send({ ...patching(number, body), invalid: true });
    t.control(answer.response.status >= 400, 'a PATCH with a wrong member is refused');
    refused.push(answer);
  });
  await expectUnchanged(t, number, stored, ...refused);
  const seen = await look();
  const mixin = mixinIn(seen);
  t.expect(!isBare || mixin === undefined, 'a refused request to add no mixin', show(mixin), ...refused, seen);
});

function mixinIn(seen: Exchange): unknown {
  return asObject(bodyOf(seen)['mixins'])[MIXIN];
}
