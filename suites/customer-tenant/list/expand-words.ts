import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { addAddress } from '../stage/address.ts';
import { listing } from '../stage/calls.ts';
import { declaredIn } from '../stage/declared.ts';
import { differingNames, itemsOf, pick, show, type Json } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';
import { createRich } from '../stage/mixins.ts';
import { undisturbed } from '../stage/undisturbed.ts';

const PAIRS = [
  ['addresses', 'accounts'],
  ['accounts', 'mixin:*'],
  ['addresses', 'mixin:*'],
  ['addresses', 'accounts', 'mixin:*'],
];

requirement('LST-37', async (t) => {
  const email = t.claims('writes') ? await richEmail(t) : await knownEmail(t);
  const search = (names: readonly string[]) => t.send(listing({ q: `contactEmail:${email}`, expand: names.join(',') }));
  await t.each(Object.fromEntries(PAIRS.map((names) => [`expand=${names.join(',')}`, names])), async (names) => {
    const look = () => Promise.all([search(names), search(names.toReversed())]);
    const { seen, held } = await undisturbed(t, look, ([one, other]) =>
      isDeepStrictEqual(itemsIn(t, one), itemsIn(t, other)),
    );
    const [one, other] = seen;
    for (const each of seen) t.expectAccepted(each);
    t.control(itemsOf(one).length > 0 || itemsOf(other).length > 0, 'the customer is listed');
    const [shown, wanted] = [itemsIn(t, one)[0] ?? {}, itemsIn(t, other)[0] ?? {}];
    const wrong = [...differingNames(shown, wanted), ...differingNames(wanted, shown)];
    const [received, expected] = [shown, wanted].map((item) => show(pick(item, wrong)));
    const reversed = names.toReversed().join(',');
    t.expect(held, `the same customer as with expand=${reversed}: ${expected}`, received ?? '', one, other);
  });
});

requirement('LST-38', async (t) => {
  const right = await t.send(listing({ expand: 'addresses', pageSize: '2' }));
  t.controlAccepted(right, 'a list with expand=addresses');
  t.control(itemsOf(right).length > 0, 'the list shows a customer');
  const unknown = ['bogus', 'addresses,bogus', 'bogus,accounts', 'mixin', '*'];
  await t.each(Object.fromEntries(unknown.map((expand) => [`expand=${expand}`, expand])), async (expand) => {
    const seen = await t.send({ ...listing({ expand, pageSize: '2' }), invalid: true });
    if (seen.response.status === 400) return;
    if (!isAccepted(seen) || itemsOf(seen).length === 0) {
      t.fail({ expected: 'status 400, or a list as if it were not asked for', exchange: seen });
    }
  });
});

/** The listed customers without their metadata, which a list that counts as a change would alter. */
function itemsIn(t: Examination, list: Exchange): Json[] {
  return itemsOf(list).map((item) => ({ ...declaredIn(t, item), metadata: undefined }));
}

/** A customer with as much to expand as the target takes. */
async function richEmail(t: Examination): Promise<string> {
  const { number, email } = await createRich(t);
  await addAddress(t, number);
  return email;
}
