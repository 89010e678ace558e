import { isRefused } from '../../../src/conformance/answer.ts';
import type { Call } from '../../../src/conformance/call.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { TransportError } from '../../../src/http/transport-error.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, finding, listing } from '../stage/calls.ts';

const URL_LIMIT = 10_240;
const BODY_LIMIT = 10 * 1_024 * 1_024;

requirement('ERR-10', async (t) => {
  t.controlAccepted(await t.send(listing({ pageSize: '1' })), 'a short request');
  // The body ends early, so that no target can create a customer of that size from it.
  const body = `{"contactEmail":"${builderOf(t).email()}","lastName":"${'a'.repeat(BODY_LIMIT)}`;
  const calls: Readonly<Record<string, Call>> = {
    'a long URL': finding(`${'a'.repeat(URL_LIMIT)}@example.com`),
    ...(t.claims('writes') && { 'a large body': { ...creating(undefined), body } }),
  };
  await t.each(calls, async (call) => {
    try {
      // Whoever refuses unread bytes may close the connection on them, which must not meet another request.
      const answer = await t.send({ ...call, headers: { connection: 'close' }, invalid: true });
      t.note(`answered ${answer.response.status}`);
      t.expect(isRefused(answer), 'a refusal with 4xx', `status ${answer.response.status}`, answer);
    } catch (fault) {
      // Closing the connection on an oversized request is a refusal too.
      if (!(fault instanceof TransportError && fault.isCut)) throw fault;
      t.note(fault.message.slice(-100));
    }
  });
});
