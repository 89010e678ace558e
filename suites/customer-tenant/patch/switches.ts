import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { patching } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { show, type Json } from '../stage/json.ts';
import { expectStored } from '../stage/stored.ts';

requirement('PAT-05', async (t) => {
  await expectTaken(t, [{ active: false }, { active: true }, { active: false }]);
});

requirement('PAT-06', async (t) => {
  await expectTaken(t, [{ onHold: true }, { onHold: false }, { onHold: true }]);
});

requirement('PAT-07', async (t) => {
  const email = builderOf(t).email();
  // The one that the customer has already is nobody else's.
  const emails = [email, email, email.replace(/^./, (letter) => letter.toUpperCase()), builderOf(t).email()];
  await expectTaken(
    t,
    emails.map((contactEmail) => ({ contactEmail })),
  );
});

/** Expects one change after the other to be accepted and read. */
async function expectTaken(t: Examination, changes: readonly Json[]): Promise<void> {
  const { number } = await createCustomer(t);
  t.controlAccepted(await t.send(patching(number, { company: builderOf(t).marker() })), 'a PATCH of another member');
  for (const change of changes) {
    const patched = await t.send(patching(number, change));
    t.expect(
      patched.response.status < 300,
      `a PATCH of ${show(change)} to be accepted`,
      `status ${patched.response.status}`,
      patched,
    );
    await expectStored(t, number, change);
  }
}
