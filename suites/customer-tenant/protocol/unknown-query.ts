import { isDeepStrictEqual } from 'node:util';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, deleting, listing, patching, reading, upserting } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { eachInTurn } from '../stage/each-in-turn.ts';
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
  if (t.claims('writes')) await expectWritesTaken(t);
});

/** Expects writes to be taken with an unknown parameter where they are taken without it. */
async function expectWritesTaken(t: Examination): Promise<void> {
  const { number, profile } = await createCustomer(t);
  const writes = {
    CREATE: () => creating(builderOf(t).profile()),
    UPSERT: () => upserting(number, profile),
    PATCH: () => patching(number, { company: builderOf(t).marker() }),
    ...(t.claims('accounts-internal') && { ASSIGN: () => assigning(number, builderOf(t).email()) }),
    DELETE: () => deleting(number),
  };
  await eachInTurn(t, writes, async (write) => {
    const { query, ...call } = write();
    const answer = await t.send({ ...call, query: { ...query, ...UNKNOWN }, invalid: true });
    if (!isAccepted(answer)) t.controlAccepted(await t.send(write()), 'the same request without it');
    t.expectAccepted(answer);
  });
}
