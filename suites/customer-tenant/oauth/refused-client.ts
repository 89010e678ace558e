import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { bodyOf } from '../stage/json.ts';

const SCOPE = { scope: 'customer.customer_read' };

requirement('OAU-05', async (t) => {
  const wrong = builderOf(t).marker();
  const secret = t.run.settings.tokenEndpoint?.clientSecret ?? '';
  const changes = {
    'another secret': { clientSecret: wrong },
    'a longer secret': { clientSecret: `${secret}x` },
    'a shorter secret': { clientSecret: secret.slice(0, -1) },
    'an empty secret': { clientSecret: '' },
    'another client': { clientId: wrong },
  };
  await t.each(changes, async (change) => {
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
