import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { bodyOf, show } from '../stage/json.ts';
import { grantedScopes, scopesOf } from '../stage/grant.ts';

const READ = 'customer.customer_read';
const MANAGE = 'customer.customer_manage';

requirement('OAU-01', async (t) => {
  const grant = await t.requestToken({ scope: READ });
  t.expectAccepted(grant);
  const { access_token: token, token_type: type, expires_in: lifetime } = bodyOf(grant);
  t.expect(typeof token === 'string' && token !== '', 'an access_token', typeof token, grant);
  t.expect(String(type).toLowerCase() === 'bearer', 'token_type Bearer', show(type), grant);
  // Some gateways send every number as a text; a flag is neither.
  const isTold = typeof lifetime === 'number' || typeof lifetime === 'string';
  t.expect(isTold && Number(lifetime) > 0, 'a positive expires_in', show(lifetime), grant);
  if (typeof lifetime !== 'number') t.note(`expires_in is ${show(lifetime)}, no number`);
});

requirement('OAU-02', async (t) => {
  const wishes = { [READ]: [READ], [MANAGE]: [MANAGE], 'both scopes': [READ, MANAGE] };
  await t.each(wishes, async (scopes) => {
    const grant = await t.requestToken({ scope: scopes.join(' ') });
    t.controlAccepted(grant, 'a token request');
    const wanted = [...scopes, `tenant=${t.run.settings.tenant}`];
    const granted = scopesOf(grant);
    const same = granted.toSorted().join(' ') === wanted.toSorted().join(' ');
    t.expect(same, `scope to hold ${wanted.join(' and ')} and nothing else`, show(granted.join(' ')), grant);
  });
});

requirement('OAU-03', async (t) => {
  const asked = grantedScopes(t, await t.requestToken({ scope: READ }));
  t.control(asked.includes(READ), `the client holds ${READ}`);
  const writing = await t.requestToken({ scope: MANAGE });
  const held = [READ, ...(isAccepted(writing) ? scopesOf(writing).filter((scope) => scope === MANAGE) : [])];
  const grant = await t.requestToken();
  const all = grantedScopes(t, grant);
  const isWhole = held.every((scope) => all.includes(scope));
  t.expect(
    isWhole,
    `scope to hold all of the key's scopes, ${held.join(' and ')} among them`,
    show(all.join(' ')),
    grant,
  );
});

requirement('OAU-04', async (t) => {
  const unknown = 'conformance.no_such_scope';
  const grant = await t.requestToken({ scope: `${READ} ${unknown}` });
  t.expect(grant.response.status < 500, 'no server error', `status ${grant.response.status}`, grant);
  if (!isAccepted(grant)) return t.note(`an unknown scope is refused with ${grant.response.status}`);
  const granted = grantedScopes(t, grant);
  t.expect(!granted.includes(unknown), `${unknown} not to be granted`, show(granted.join(' ')), grant);
});
