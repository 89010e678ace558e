import type { Call } from '../../../src/conformance/call.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { everyOperation, expectRefusedStill, only } from '../stage/grid.ts';
import { as, authorized, secret, tokenOf } from '../stage/tokens.ts';

requirement('AUTH-04', async (t) => {
  const scheme = (name: string) => (right: Call) => authorized(right, `${name} ${tokenOf(t, right)}`);
  const basic = (wrap: (token: string) => string) => (right: Call) =>
    authorized(right, `Basic ${secret(t, Buffer.from(wrap(tokenOf(t, right))).toString('base64'))}`);
  const operations = everyOperation(t);
  const schemes = {
    'the token as Basic': scheme('Basic'),
    'the token as the password of Basic': basic((token) => `token:${token}`),
    'any user and password as Basic': basic(() => 'admin:admin'),
    'the token as Token': scheme('Token'),
  };
  await expectRefusedStill(t, operations, schemes, withoutToken, 401);
  // A header that is no more than a token may count as malformed.
  const bare = { 'the token without a scheme': (right: Call) => authorized(right, tokenOf(t, right)) };
  await expectRefusedStill(t, only(operations, 'LIST', 'GET'), bare, withoutToken, 401, 400);
});

function withoutToken(_spoiled: Call, right: Call): Call {
  return as('anonymous')(right);
}
