import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating } from '../stage/calls.ts';
import { takenEmails } from '../stage/collision.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { bodyOf, show, type Json } from '../stage/json.ts';
import { putFound } from '../stage/put.ts';
import { expectSingle } from '../stage/single.ts';

const PARALLEL = 5;

requirement('CRE-11', async (t) => {
  t.controlAccepted(await createAgain(t, builderOf(t).email()), 'a creation with a free e-mail');
  await expectUntouched(t);
  await expectIdFree(t);
  const taken = await takenEmails(t, await createCustomer(t, { id: builderOf(t).number() }));
  await t.each(taken, async (email) => t.expectStatus(await createAgain(t, email), 409));
  t.expectStatus(await createAgain(t, (await putFound(t)).email), 409);
  if (t.claims('company')) await expectRefusedToMember(t);
});

/** Expects a refused creation to leave who has the e-mail as it was. */
async function expectUntouched(t: Examination): Promise<void> {
  const { number, email, stored } = await createCustomer(t);
  const refused = await createAgain(t, email);
  t.expectStatus(refused, 409);
  await expectUnchanged(t, number, stored, refused);
  await expectSingle(t, email, refused);
}

/** Expects the id of a refused creation to be free. Throws Untestable where nobody gets an id of their own. */
async function expectIdFree(t: Examination): Promise<void> {
  const { email } = await createCustomer(t, { id: builderOf(t).number() });
  const id = builderOf(t).number();
  const refused = await createAgain(t, email, { id });
  t.expectStatus(refused, 409);
  const later = await createAgain(t, builderOf(t).email(), { id });
  t.expect(later.response.status !== 409, 'the id of a refused creation to be free', 'status 409', refused, later);
}

/** Expects members of a company to be told the same of an e-mail outside of it. */
async function expectRefusedToMember(t: Examination): Promise<void> {
  const { email } = await createCustomer(t);
  const free = await createAgain(t, builderOf(t).email(), {}, 'manageOwn');
  t.controlAccepted(free, 'a creation by a member of a company');
  t.expectStatus(await createAgain(t, email, {}, 'manageOwn'), 409);
}

requirement('CRE-12', async (t) => {
  const { email } = await createCustomer(t);
  const refused = await createAgain(t, email);
  t.control(refused.response.status === 409, 'a taken e-mail is answered 409');
  t.expectValue('#/components/schemas/ErrorMessageStrict', refused);
  const { status, type, message } = bodyOf(refused);
  t.expect(status === 409, 'status 409', show(status), refused);
  t.expect(type === 'conflict_resource', 'type conflict_resource', show(type), refused);
  t.expect(String(message).includes(email), `a message that names ${email}`, show(message), refused);
});

requirement('CRE-13', async (t) => {
  const { email } = await createCustomer(t);
  t.expectStatus(await createAgain(t, email.toUpperCase()), 409);
  t.controlAccepted(await createAgain(t, builderOf(t).email()));
});

requirement('CRE-35', async (t) => {
  t.controlAccepted(await createAgain(t, builderOf(t).email()), 'a creation alone');
  const email = builderOf(t).email();
  const answers = await Promise.all(Array.from({ length: PARALLEL }, () => createAgain(t, email)));
  const statuses = answers.map(({ response }) => response.status);
  const accepted = answers.filter((answer) => isAccepted(answer));
  const right = accepted.length === 1 && statuses.filter((status) => status === 409).length === PARALLEL - 1;
  t.expect(right, `one 201 and ${PARALLEL - 1} times 409`, statuses.join(', '), ...answers);
  await expectSingle(t, email, ...accepted);
});

async function createAgain(
  t: Examination,
  contactEmail: string,
  members: Json = {},
  as: PrincipalName = 'manage',
): Promise<Exchange> {
  return t.send(creating({ ...builderOf(t).profile(), ...members, contactEmail }, as));
}
