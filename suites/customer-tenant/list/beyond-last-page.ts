import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { crowdOf } from '../stage/crowd.ts';
import { itemsOf } from '../stage/json.ts';

requirement('LST-10', async (t) => {
  const { q, members } = t.claims('writes') ? await crowdOf(t) : { q: undefined, members: [] };
  const first = await t.send(listing({ pageNumber: '1', pageSize: '60' }));
  t.control(itemsOf(first).length > 0, 'page 1 shows a customer');
  await t.each(
    {
      'far behind the last page': { pageNumber: '100000', pageSize: '60' },
      ...(q !== undefined && {
        'right behind a full page': { q, pageNumber: '2', pageSize: String(members.length) },
        'right behind a page with room left': { q, pageNumber: '2', pageSize: '100' },
        'two behind the last page': { q, pageNumber: '4', pageSize: '4' },
      }),
    },
    async (query) => {
      const beyond = await t.send(listing(query));
      const { json } = beyond.response;
      if (!isAccepted(beyond) || !Array.isArray(json) || json.length > 0) {
        t.fail({ expected: 'an empty array', exchange: beyond });
      }
    },
  );
});
