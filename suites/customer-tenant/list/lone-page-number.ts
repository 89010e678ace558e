import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from '../stage/calls.ts';
import { DEFAULT_PAGE_SIZE } from '../stage/full-page.ts';
import { idsOf, itemsOf } from '../stage/json.ts';
import { undisturbed } from '../stage/undisturbed.ts';

const page = (pageNumber: string) => listing({ pageNumber, pageSize: String(DEFAULT_PAGE_SIZE) });

requirement('LST-11', async (t) => {
  const paged = await t.send(page('1'));
  t.control(itemsOf(paged).length > 0, 'with a pageSize, page 1 shows a customer');
  for (const pageNumber of ['1', '2']) {
    const alone = await t.send(listing({ pageNumber }));
    if (alone.response.status === 400) {
      t.note(`pageNumber=${pageNumber} without a pageSize is answered 400`);
      continue;
    }
    t.expectAccepted(alone);
    const { length } = itemsOf(alone);
    const expected = `400, or at most ${DEFAULT_PAGE_SIZE} customers`;
    t.expect(length <= DEFAULT_PAGE_SIZE, expected, `${length} customers`, alone);
    if (pageNumber === '2') await expectNotPageOne(t);
  }
});

/** Where page 2 is another than page 1, the lone pageNumber=2 must not show page 1. */
async function expectNotPageOne(t: Examination): Promise<void> {
  const look = async () =>
    [await t.send(page('1')), await t.send(page('2')), await t.send(listing({ pageNumber: '2' }))] as const;
  const { seen, held } = await undisturbed(
    t,
    look,
    ([first, second, alone]) => !isAccepted(alone) || !isMostOf(first, alone) || isMostOf(first, second),
  );
  const shared = `${idsOf(seen[2]).length} customers, most of page 1 among them`;
  t.expect(held, 'page 2 where only pageNumber=2 is sent', shared, ...seen);
}

function isMostOf(first: Exchange, other: Exchange): boolean {
  const [known, shown] = [idsOf(first), idsOf(other)];
  return known.filter((id) => shown.includes(id)).length > known.length / 2;
}
