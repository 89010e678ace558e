import { isDeepStrictEqual } from 'node:util';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing, reading } from '../stage/calls.ts';
import { profileOf } from '../stage/effect.ts';
import { bodyOf, itemsOf, show } from '../stage/json.ts';
import { knownCustomer } from '../stage/known-customer.ts';

const UNKNOWN = { conformanceProbe: 'anything' };

requirement('ERR-09', async (t) => {
  const number = await knownCustomer(t);
  const plain = await t.send(reading(number));
  const bare = await t.send(listing({ pageSize: '1' }));
  t.control(itemsOf(bare).length === 1, 'a page of one customer is shown without it');
  const seen = await t.send({ ...reading(number, UNKNOWN), invalid: true });
  const [wanted, found] = [profileOf(bodyOf(plain)), profileOf(bodyOf(seen))];
  t.expect(isDeepStrictEqual(found, wanted), `the same customer: ${show(wanted)}`, show(found), plain, seen);
  const list = await t.send({ ...listing({ pageSize: '1', ...UNKNOWN }), invalid: true });
  t.controlAccepted(plain, 'reading a customer');
  t.expect(itemsOf(list).length === 1, 'a page of one customer', `status ${list.response.status}`, list);
});
