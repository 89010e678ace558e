import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, listing } from '../stage/calls.ts';
import { expectNobodyHas } from '../stage/effect.ts';
import { everyOperation, judgeSpoiled, only, type Spoils } from '../stage/grid.ts';
import { bodyOf, show } from '../stage/json.ts';
import { misshapenTenants } from '../stage/tenant.ts';

// One for each part of the documented rule.
const DOCUMENTED = ['upper case', 'a leading digit', 'a hyphen', 'two characters', '17 characters'];

requirement('TEN-03', async (t) => {
  const profile = builderOf(t).profile();
  const calls = { LIST: listing(), ...(t.claims('writes') && { CREATE: creating(profile) }) };
  const creations: Exchange[] = [];
  await t.each(calls, async (right, operation) => {
    await t.each(misnaming(t), async (misname) => {
      const answer = await t.send(misname(right));
      t.expect(isRefused(answer), 'a status from 400 to 499', `status ${answer.response.status}`, answer);
      if (operation === 'CREATE') creations.push(answer);
    });
  });
  if (t.claims('writes')) await expectNobodyHas(t, profile.contactEmail, ...creations);
  await t.each(calls, async (right) => t.controlAccepted(await t.send(right)));
});

requirement('TEN-04', async (t) => {
  await judgeSpoiled(t, only(everyOperation(t), 'LIST', 'CREATE'), misnaming(t, DOCUMENTED), (answer) => {
    t.control(isRefused(answer), 'an invalid tenant is refused');
    t.expectStatus(answer, 400);
    const { type } = bodyOf(answer);
    t.expect(type === 'bad_request', 'the type bad_request', `the type ${show(type)}`, answer);
  });
});

requirement('TEN-05', async (t) => {
  const items = only(everyOperation(t), 'GET', 'UPSERT', 'PATCH', 'DELETE', 'ASSIGN');
  await judgeSpoiled(t, items, misnaming(t, DOCUMENTED), (answer) => {
    t.expect(!isAccepted(answer), 'the tenant not to be accepted', `status ${answer.response.status}`, answer);
  });
});

/** The call to tenants whose names break the rule: to all of them, or to those with the given faults. */
function misnaming(t: Examination, faults?: readonly string[]) {
  const tenants = Object.entries(misshapenTenants(t.run.settings.tenant));
  const cases = tenants
    .filter(([fault]) => faults === undefined || faults.includes(fault))
    .map(
      ([fault, tenant]) =>
        [`${fault} (${tenant})`, (right: Call): Call => ({ ...right, tenant, invalid: true })] as const,
    );
  return Object.fromEntries(cases) satisfies Spoils;
}
