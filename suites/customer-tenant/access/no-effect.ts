import type { PrincipalName } from '../../../src/auth/principal.ts';
import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Feature } from '../../../src/conformance/feature.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { accountsIn, expectAccounts, readingAccounts } from '../stage/accounts.ts';
import { builderOf } from '../stage/builder.ts';
import { assigning, creating, deleting, patching, upserting } from '../stage/calls.ts';
import { createCustomer, stateOf } from '../stage/customer.ts';
import { expectNobodyHas, expectUnchanged } from '../stage/effect.ts';
import { expectSurvives } from '../stage/removal.ts';
import { authorized, tokenOf } from '../stage/tokens.ts';
import { expectSameVersion, versionOf } from '../stage/version.ts';

const CALLERS: readonly (readonly [PrincipalName, Feature?])[] = [
  ['anonymous'],
  ['garbage'],
  ['expired', 'expired'],
  ['read'],
  ['readOwn', 'company'],
  ['unrelated', 'unrelated'],
  ['otherTenant', 'second-tenant'],
  ['visitor', 'anonymous-token'],
];

requirement('AUTH-08', async (t) => {
  await t.each({ 'a new customer': expectNobodyNew, 'a known customer': expectNothingDone }, (examine) => examine(t));
});

/** CREATE, and UPSERT of an unknown number. */
async function expectNobodyNew(t: Examination): Promise<void> {
  const builder = builderOf(t);
  const [created, put, number] = [builder.profile(), builder.profile(), builder.number()];
  // Who came in all the same shows by the name of the company.
  const refused = await refusals(t, (as) => [
    creating({ ...created, company: as }, as),
    upserting(number, { ...put, company: as }, as),
  ]);
  await expectNobodyHas(t, [created.contactEmail, put.contactEmail], ...refused);
  await expectFreeStill(t, creating(created), of(refused, 'POST'));
  await expectFreeStill(t, upserting(number, put), of(refused, 'PUT'));
}

/** Expects a call to be taken whose e-mail refused ones have named: whoever was turned away has claimed nothing. */
async function expectFreeStill(t: Examination, call: Call, refused: readonly Exchange[]): Promise<void> {
  const later = await t.send(call);
  t.expect(later.response.status !== 409, 'the e-mail to be free still', 'status 409', ...refused, later);
  t.controlAccepted(later);
}

/** UPSERT of a known number, PATCH, DELETE and ASSIGN. */
async function expectNothingDone(t: Examination): Promise<void> {
  const { number, profile, stored } = await createCustomer(t);
  const email = builderOf(t).email();
  const accounts = accountsIn(await t.send(readingAccounts(number)));
  const assigns = t.claims('accounts-internal');
  const refused = await refusals(t, (as) => [
    upserting(number, { ...profile, company: `put as ${as}` }, as),
    patching(number, { lastName: `patched as ${as}`, active: false }, as),
    deleting(number, as),
    ...(assigns ? [assigning(number, email, as)] : []),
  ]);
  if (assigns && t.claims('company')) {
    const assigned = await t.send(assigning(number, email, 'manageOwn'));
    t.control(!isAccepted(assigned), 'a member of a company is refused to assign an account');
    if (isForbidden(assigned)) refused.push(assigned);
  }
  await expectSurvives(t, number, 'after refused deletions', ...of(refused, 'DELETE'));
  const changes = [...of(refused, 'PUT'), ...of(refused, 'PATCH')];
  await expectSameVersion(t, number, versionOf(stored), ...changes);
  await expectUnchanged(t, number, stored, ...changes);
  await expectAccounts(t, number, accounts, ...refused);
  if (assigns) await expectUnassigned(t, number, email, of(refused, 'POST'));
  t.controlAccepted(await t.send(upserting(number, profile)));
  t.controlAccepted(await t.send(deleting(number)));
}

async function expectUnassigned(t: Examination, number: string, email: string, refused: Exchange[]): Promise<void> {
  const accounts = JSON.stringify((await stateOf(t, number, { expand: 'accounts' }))['accounts'] ?? []);
  t.expect(!accounts.includes(email), 'a refused request to assign nothing', `accounts ${accounts}`, ...refused);
  // Where accounts are not shown, an address that was assigned all the same is at least taken.
  await expectFreeStill(t, assigning(number, email), refused);
}

/** Sends calls as everybody who may not write, and returns what was answered 401 and 403. Throws Untestable. */
async function refusals(t: Examination, make: (as: PrincipalName) => readonly Call[]): Promise<Exchange[]> {
  const callers = CALLERS.filter(([, feature]) => feature === undefined || t.claims(feature));
  const asBasic = (call: Call) => authorized(call, `Basic ${tokenOf(t, call)}`);
  const calls = [...callers.flatMap(([caller]) => make(caller)), ...make('manage').map((call) => asBasic(call))];
  const answers = await Promise.all(calls.map((call) => t.send(call)));
  for (const answer of answers)
    t.control(!isAccepted(answer), `a ${answer.request.method} of the ${answer.principal} principal is refused`);
  const refused = answers.filter((answer) => isForbidden(answer));
  t.control(refused.length > 0, 'a request is answered 401 or 403');
  return refused;
}

function isForbidden({ response }: Exchange): boolean {
  return response.status === 401 || response.status === 403;
}

function of(exchanges: readonly Exchange[], method: string): Exchange[] {
  return exchanges.filter(({ request }) => request.method === method);
}
