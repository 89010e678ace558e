import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted, type Examination } from '../../../src/conformance/examination.ts';
import type { Feature } from '../../../src/conformance/feature.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, deleting, patching, upserting } from '../stage/calls.ts';
import { createCustomer, stateOf } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';
import { expectSurvives } from '../stage/removal.ts';

const CALLERS: readonly (readonly [PrincipalName, Feature?])[] = [
  ['anonymous'],
  ['garbage'],
  ['expired', 'expired'],
  ['read'],
  ['readOwn', 'company'],
  ['unrelated', 'unrelated'],
  ['otherTenant', 'second-tenant'],
];

requirement('AUTH-08', async (t) => {
  await t.each(
    {
      CREATE: expectNothingCreated,
      'UPSERT of an unknown number': expectNothingPut,
      'UPSERT of a known number': expectNothingReplaced,
      PATCH: expectNothingPatched,
      DELETE: expectNothingDeleted,
      ...(t.claims('accounts-internal') && { ASSIGN: expectNothingAssigned }),
    },
    (examine) => examine(t),
  );
});

async function expectNothingCreated(t: Examination): Promise<void> {
  const emails: string[] = [];
  const refused = await refusals(t, (as) => {
    const profile = builderOf(t).profile();
    emails.push(profile.contactEmail);
    return creating(profile, as);
  });
  await expectNobodyHas(t, emails, ...refused);
}

async function expectNothingPut(t: Examination): Promise<void> {
  const emails: string[] = [];
  const refused = await refusals(t, (as) => {
    const profile = builderOf(t).profile();
    emails.push(profile.contactEmail);
    return upserting(builderOf(t).number(), profile, as);
  });
  await expectNobodyHas(t, emails, ...refused);
}

async function expectNothingReplaced(t: Examination): Promise<void> {
  const { number, profile, stored } = await createCustomer(t);
  const other = () => ({ ...profile, company: builderOf(t).marker(), active: false });
  const refused = await refusals(t, (as) => upserting(number, other(), as));
  await expectUnchanged(t, number, stored, ...refused);
  t.controlAccepted(await t.send(upserting(number, other())));
}

async function expectNothingPatched(t: Examination): Promise<void> {
  const { number, stored } = await createCustomer(t);
  const other = () => ({ company: builderOf(t).marker(), active: false });
  const refused = await refusals(t, (as) => patching(number, other(), as));
  await expectUnchanged(t, number, stored, ...refused);
  t.controlAccepted(await t.send(patching(number, other())));
}

async function expectNothingDeleted(t: Examination): Promise<void> {
  const { number } = await createCustomer(t);
  const refused = await refusals(t, (as) => deleting(number, as));
  await expectSurvives(t, number, 'after refused deletions', ...refused);
  t.controlAccepted(await t.send(deleting(number)));
}

async function expectNothingAssigned(t: Examination): Promise<void> {
  const { number, stored } = await createCustomer(t);
  const emails: string[] = [];
  const refused = await refusals(t, (as) => {
    const email = builderOf(t).email();
    emails.push(email);
    return assigning(number, email, as);
  });
  await expectUnchanged(t, number, stored, ...refused);
  const accounts = JSON.stringify((await stateOf(t, number, { expand: 'accounts' }))['accounts'] ?? []);
  const assigned = emails.filter((email) => accounts.includes(email));
  t.expect(assigned.length === 0, 'a refused request to assign nothing', `accounts ${accounts}`, ...refused);
  // Where accounts are not shown, an address that was assigned all the same is at least taken.
  const later = await Promise.all(emails.map((email) => t.send(assigning(number, email))));
  for (const exchange of later) {
    t.expect(exchange.response.status !== 409, 'the e-mail to be free still', 'status 409', ...refused, exchange);
    t.controlAccepted(exchange);
  }
}

/** Sends the call of everybody who may not write, and returns what was answered 401 and 403. Throws Untestable. */
async function refusals(t: Examination, make: (as: PrincipalName) => Call): Promise<Exchange[]> {
  const callers = CALLERS.filter(([, feature]) => feature === undefined || t.claims(feature));
  const answers = await Promise.all(callers.map(([caller]) => t.send(make(caller))));
  for (const answer of answers) t.control(!isAccepted(answer), `the ${answer.principal} principal is refused`);
  const refused = answers.filter(({ response }) => response.status === 401 || response.status === 403);
  t.control(refused.length > 0, 'a request is answered 401 or 403');
  return refused;
}
