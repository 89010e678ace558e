import { isAccepted } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { bodyOf } from '../stage/json.ts';

const SCOPE = { scope: 'customer.customer_read' };

requirement('OAU-05', async (t) => {
  const wrong = builderOf(t).marker();
  await t.each({ 'wrong secret': { clientSecret: wrong }, 'wrong client': { clientId: wrong } }, async (change) => {
    const refused = await t.requestToken({ ...SCOPE, ...change });
    t.expect(!isAccepted(refused), 'a refusal', `status ${refused.response.status}`, refused);
  });
  t.controlAccepted(await t.requestToken(SCOPE), 'a request with the right client and secret');
});

requirement('OAU-06', async (t) => {
  const grant = await t.requestToken(SCOPE);
  t.controlAccepted(grant, 'a token request');
  const { refresh_token: token = '' } = bodyOf(grant);
  t.expect(token === '' || token === null, 'no refresh_token', 'one was granted', grant);
});
