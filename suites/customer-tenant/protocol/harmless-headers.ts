import { isDeepStrictEqual } from 'node:util';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { reading } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { profileOf } from '../stage/effect.ts';
import { bodyOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';

type Headers = Readonly<Record<string, string>>;

requirement('CON-02', async (t) => {
  await expectHarmless(t, {
    de: { 'accept-language': 'de' },
    'en and de': { 'accept-language': 'en-US,de;q=0.5', 'content-language': 'de' },
    fr: { 'accept-language': 'fr-FR' },
    any: { 'accept-language': '*', 'content-language': 'en' },
  });
});

requirement('CON-03', async (t) => {
  await expectHarmless(t, {
    'Emporix-Tenant': { 'emporix-tenant': t.run.settings.tenant },
    'X-Version': { 'x-version': 'v2' },
  });
});

/** Expects a customer to be read with the same members whatever the headers. */
async function expectHarmless(t: Examination, cases: Readonly<Record<string, Headers>>): Promise<void> {
  // Who reads in the language that the customer prefers would see no translation.
  const english = { preferredLanguage: 'en_US' };
  const number = t.claims('writes') ? (await createCustomer(t, english)).number : await knownCustomer(t);
  const plain = await t.send(reading(number));
  t.controlAccepted(plain, 'reading a customer');
  await t.each(cases, async (headers) => {
    const seen = await t.send({ ...reading(number), headers });
    const [wanted, found] = [profileOf(bodyOf(plain)), profileOf(bodyOf(seen))];
    t.expect(isDeepStrictEqual(found, wanted), `the same customer: ${show(wanted)}`, show(found), plain, seen);
  });
}
