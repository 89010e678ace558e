import { requirement } from '../../../src/conformance/requirement.ts';
import { answersWith, expectOfEvery } from '../stage/answers.ts';
import { listing } from '../stage/calls.ts';
import { bodyOf, show } from '../stage/json.ts';

requirement('AUTH-05', async (t) => {
  const refused = await t.send(listing({}, 'anonymous'));
  t.controlAccepted(await t.send(listing()));
  t.control(refused.response.status === 401, 'a request without a token is answered 401');
  expectOfEvery(answersWith(t, 401), ({ exchange }) => {
    t.expectValue('#/components/schemas/GatewayFaultStrict', exchange);
  });
});

requirement('AUTH-10', async (t) => {
  const refused = await t.send(listing({}, 'unrelated'));
  t.controlAccepted(await t.send(listing()));
  t.control(refused.response.status === 403, 'a token without a customer scope is answered 403');
  expectOfEvery(answersWith(t, 403), ({ exchange }) => {
    t.expectValue('#/components/schemas/ErrorMessageStrict', exchange);
    const { status } = bodyOf(exchange);
    t.expect(status === 403, 'the status 403 in the body', show(status), exchange);
  });
});
