import { isRefused } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, deleting, patching, reading, upserting } from '../stage/calls.ts';
import { createCustomer, isGone } from '../stage/customer.ts';
import { removeCustomer } from '../stage/removal.ts';

requirement('DEL-03', async (t) => {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(deleting(number)), 'deleting a customer that exists');
  t.expectStatus(await t.send(deleting(builderOf(t).number())), 404);
  // Who sees one company may be told that it has no such customer.
  if (t.claims('company')) t.expectStatus(await t.send(deleting(builderOf(t).number(), 'manageOwn')), 404, 403);
});

requirement('DEL-06', async (t) => {
  const { number } = await createCustomer(t);
  const first = await t.send(deleting(number));
  t.controlAccepted(first, 'deleting a customer');
  // With which status a deletion is accepted is DEL-01's.
  t.expectStatus(await t.send(deleting(number)), first.response.status, 404);
  await t.settled('the deleted customer is gone', () => t.send(reading(number)), isGone);
  t.expectStatus(await t.send(deleting(number)), 404);
});

requirement('DEL-08', async (t) => {
  const { number, profile } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: builderOf(t).marker() })), 'a PATCH before the deletion');
  await removeCustomer(t, number);
  const patched = await t.send(patching(number, profile));
  t.expectStatus(patched, 404);
  const seen = await t.send(reading(number));
  t.expect(isGone(seen), 'the customer to stay gone', `status ${seen.response.status}`, patched, seen);
});

requirement('DEL-09', async (t) => {
  const [{ number }, other] = await Promise.all([createCustomer(t), createCustomer(t)]);
  t.controlAccepted(await t.send(deleting(other.number)), 'a deletion without a body');
  const deleted = await t.send({ ...deleting(number), json: {} });
  t.note(`a deletion with a body is answered ${deleted.response.status}`);
  t.expectAccepted(deleted);
});

requirement('DEL-10', async (t) => {
  const number = builderOf(t).number();
  await createCustomer(t, { id: number });
  await removeCustomer(t, number);
  const profile = { ...builderOf(t).profile(), id: number };
  const calls = { CREATE: creating(profile), UPSERT: upserting(number, builderOf(t).profile()) };
  const [free, other] = [builderOf(t).number(), builderOf(t).number()];
  t.controlAccepted(await t.send(creating({ ...builderOf(t).profile(), id: free })), 'CREATE under a free number');
  t.controlAccepted(await t.send(upserting(other, builderOf(t).profile())), 'UPSERT of a free number');
  await t.each(calls, async (call) => {
    const answer = await t.send(call);
    const received = `status ${answer.response.status}`;
    t.expect(isRefused(answer), 'the number of a deleted customer to be refused', received, answer);
  });
});
