import { requirement } from '../../../src/conformance/requirement.ts';
import { patching } from '../stage/calls.ts';
import { createCustomer } from '../stage/customer.ts';
import { countLetters, receivesLetter } from '../stage/mailbox.ts';

requirement('PAT-17', async (t) => {
  const { number, email } = await createCustomer(t, { type: 'CONTACT' });
  const before = await countLetters(t, email);
  const patched = await t.send(patching(number, { type: 'CUSTOMER' }));
  t.controlAccepted(patched, 'a change of the type');
  await receivesLetter(t, email, before + 2);
  const count = (await countLetters(t, email)) - before;
  t.expect(count >= 2, 'a letter for the password and one for the activation', `${count} of them`, patched);
});
