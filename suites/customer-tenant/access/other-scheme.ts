import type { Call } from '../../../src/conformance/call.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { everyOperation, expectRefusedStill, only, queriedGrid } from '../stage/grid.ts';
import { as, authorized, secret, tokenOf } from '../stage/tokens.ts';

requirement('AUTH-04', async (t) => {
  const scheme = (name: string) => (right: Call) => authorized(right, `${name} ${tokenOf(t, right)}`);
  const password = (right: Call) => secret(t, Buffer.from(`token:${tokenOf(t, right)}`).toString('base64'));
  const operations = everyOperation(t);
  const anybody = { 'any user and password as Basic': (right: Call) => authorized(right, 'Basic YWRtaW46YWRtaW4=') };
  const schemes = {
    'the token as Basic': scheme('Basic'),
    'the token as the password of Basic': (right: Call) => authorized(right, `Basic ${password(right)}`),
    ...anybody,
    'the token as Token': scheme('Token'),
  };
  await expectRefusedStill(t, operations, schemes, withoutToken, 401);
  await expectRefusedStill(t, await queriedGrid(t), anybody, withoutToken, 401);
  // A header that is no more than a token may count as malformed.
  const bare = { 'the token without a scheme': (right: Call) => authorized(right, tokenOf(t, right)) };
  await expectRefusedStill(t, only(operations, 'LIST', 'GET'), bare, withoutToken, 401, 400);
});

function withoutToken(_spoiled: Call, right: Call): Call {
  return as('anonymous')(right);
}
