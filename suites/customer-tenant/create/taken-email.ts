import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, finding, patching, upserting } from '../stage/calls.ts';
import { assignEmail, patchedEmail, putEmail } from '../stage/collision.ts';
import { createColleague } from '../stage/company.ts';
import { createCustomer } from '../stage/customer.ts';
import { expectUnchanged } from '../stage/effect.ts';
import { bodyOf, itemsOf, show, type Json } from '../stage/json.ts';
import { expectSingle } from '../stage/single.ts';

const PARALLEL = 5;

requirement('CRE-11', async (t) => {
  const { number, email, stored } = await createCustomer(t);
  const refused = await createAgain(t, email);
  t.expectStatus(refused, 409);
  const named = await createCustomer(t, { id: builderOf(t).number() });
  t.expectStatus(await createAgain(t, named.email), 409);
  const id = builderOf(t).number();
  const withId = await createAgain(t, email, { id });
  t.expectStatus(withId, 409);
  const later = await createAgain(t, builderOf(t).email(), { id });
  t.expect(later.response.status !== 409, 'the id of a refused creation to be free', 'status 409', withId, later);
  await expectUnchanged(t, number, stored, refused);
  await expectSingle(t, email, refused);
  if (t.claims('accounts-internal')) t.expectStatus(await createAgain(t, await assignEmail(t, number)), 409);
  const inactive = await createCustomer(t);
  t.controlAccepted(await t.send(patching(inactive.number, { active: false })), 'a change of active');
  t.expectStatus(await createAgain(t, inactive.email), 409);
  if (t.claims('company')) {
    // Whoever made the colleague may create.
    t.expectStatus(await createAgain(t, (await createColleague(t)).email), 409);
    t.expectStatus(await createAgain(t, email, {}, 'manageOwn'), 409);
  }
  for (const changed of [await patchedEmail(t), await putEmail(t)])
    if (changed !== undefined) t.expectStatus(await createAgain(t, changed), 409);
  const put = builderOf(t).profile();
  t.controlAccepted(await t.send(upserting(builderOf(t).number(), put)), 'a PUT that creates');
  await t.settled('the customer is listed', () => t.send(finding(put.contactEmail)), isFound);
  t.expectStatus(await createAgain(t, put.contactEmail), 409);
  t.controlAccepted(await createAgain(t, builderOf(t).email()));
});

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

function isFound(list: Exchange): boolean {
  return itemsOf(list).length > 0;
}

async function createAgain(
  t: Examination,
  contactEmail: string,
  members: Json = {},
  as: PrincipalName = 'manage',
): Promise<Exchange> {
  return t.send(creating({ ...builderOf(t).profile(), ...members, contactEmail }, as));
}
