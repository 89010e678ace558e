import { isAccepted } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { accountsIn, accountShown, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, upserting } from '../stage/calls.ts';
import { createCustomer, stateOf } from '../stage/customer.ts';
import { bodyOf, show } from '../stage/json.ts';

requirement('ASG-02', async (t) => {
  const { number } = await createCustomer(t);
  const assigned = await t.send(assigning(number, builderOf(t).email()));
  t.controlAccepted(assigned, 'an assignment');
  const { id } = bodyOf(assigned);
  // Customers may be addressed by an id beside their number.
  const isNumber = id === number || id === (await stateOf(t, number))['customerNumber'];
  t.expect(isNumber, `the id ${number}`, show(id), assigned);
});

requirement('ASG-03', async (t) => {
  const { number, email: first, profile } = await createCustomer(t);
  const emails = [builderOf(t).email(), `tag+${builderOf(t).email()}`];
  for (const email of emails) t.controlAccepted(await t.send(assigning(number, email)), 'an assignment');
  const wanted = [first, ...emails];
  const shown = await t.eventually(
    `accounts with the ids ${wanted.join(', ')}`,
    () => t.send(readingAccounts(number)),
    (seen) => wanted.every((email) => accountsIn(seen).includes(email)),
  );
  const company = builderOf(t).marker();
  const { contactEmail } = bodyOf(shown);
  const put = await t.send(upserting(number, { ...profile, contactEmail, company }));
  if (!isAccepted(put)) return t.note('what a PUT makes of the accounts is not known, for it is refused');
  const look = () => t.send(readingAccounts(number));
  const seen = await t.settled('the PUT is read', look, (read) => bodyOf(read)['company'] === company);
  const lost = wanted.filter((email) => !accountsIn(seen).includes(email));
  t.expect(lost.length === 0, 'the accounts to outlive a PUT', `${lost.join(', ')} gone`, put, seen);
});

requirement('ASG-12', async (t) => {
  const { number, email } = await createCustomer(t);
  const second = builderOf(t).email();
  t.controlAccepted(await t.send(assigning(number, second)), 'an assignment');
  const seen = await accountShown(t, number, second);
  const { contactEmail } = bodyOf(seen);
  t.expect(contactEmail === email, `the contactEmail ${email}`, show(contactEmail), seen);
});
