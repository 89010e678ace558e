import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating } from '../stage/calls.ts';
import { expectNobodyHas } from '../stage/effect.ts';
import { universally } from '../stage/universal.ts';
import { cutShort, malformed } from '../stage/wrong-bodies.ts';

requirement('CRE-06', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a right creation');
  const profile = { ...builderOf(t).profile() };
  const refused: Exchange[] = [];
  const refuse = async (body: string) => {
    const answer = await t.send({ ...creating(undefined), body, invalid: true });
    refused.push(answer);
    t.expectStatus(answer, 400);
  };
  await t.each(malformed(profile), refuse);
  await universally(t, cutShort(profile), refuse);
  await expectNobodyHas(t, profile.contactEmail, ...refused);
});

requirement('CRE-08', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a right creation');
  const profile = builderOf(t).profile();
  const bodies = { 'an empty array': [], 'an array of profiles': [profile], 'a text': 'x', 'a number': 5, true: true };
  await t.each(bodies, async (json) => {
    t.expectStatus(await t.send({ ...creating(json), invalid: true }), 400);
  });
});

requirement('CRE-09', async (t) => {
  t.controlAccepted(await t.send(creating(builderOf(t).profile())), 'a right creation');
  const profile = builderOf(t).profile();
  await t.each({ 'text/plain': 'text/plain', 'application/xml': 'application/xml' }, async (mediaType) => {
    t.expectStatus(await t.send({ ...creating(profile), mediaType, invalid: true }), 415, 400);
  });
});
