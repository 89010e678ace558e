import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Crowd } from './crowd.ts';
import { listCrowd } from './crowd-list.ts';
import type { SortedField } from './crowd-order.ts';

/** Expects the whole crowd in an order, and its first two on a page of two: what is sorted is the list, not a page. */
export async function expectOrder(
  t: Examination,
  crowd: Crowd,
  field: SortedField | 'id',
  sort: string,
  wanted: readonly string[],
): Promise<void> {
  const whole = await listCrowd(t, crowd, { sort });
  t.control(whole.numbers.length > 0, `a list with sort=${sort} shows the customers`);
  // Whether somebody comes twice is another question.
  expectSame(t, crowd, field, wanted, [...new Set(whole.numbers)], whole.exchanges);
  if (crowd.q === undefined) return;
  const expanded = await listCrowd(t, crowd, { sort, expand: 'accounts' });
  // Whether a list can be expanded is judged elsewhere.
  if (expanded.numbers.length > 0)
    expectSame(t, crowd, field, wanted, [...new Set(expanded.numbers)], expanded.exchanges);
  const short = await listCrowd(t, crowd, { sort, pageSize: '2' });
  const head = [...new Set(short.numbers)].slice(0, 2);
  expectSame(t, crowd, field, wanted.slice(0, head.length), head, short.exchanges);
  const second = await listCrowd(t, crowd, { sort, pageSize: '2', pageNumber: '2' });
  const next = [...new Set(second.numbers)];
  // Who is on which page, and that pages do not overlap, is judged elsewhere.
  if (next.some((number) => head.includes(number))) return;
  const inOrder = wanted.filter((number) => next.includes(number));
  expectSame(t, crowd, field, inOrder, next, second.exchanges);
}

/** Expects customers to be shown in the wanted order; both are told by what they have in the field. */
export function expectSame(
  t: Examination,
  { members }: Crowd,
  field: SortedField | 'id',
  wanted: readonly string[],
  shown: readonly string[],
  exchanges: readonly Exchange[],
): void {
  const valueOf = (number: string) =>
    (field !== 'id' && members.find((member) => member.number === number)?.profile[field]) || number;
  const phrase = (numbers: readonly string[]) => numbers.map((number) => valueOf(number)).join(', ');
  t.expect(
    String(wanted) === String(shown),
    `the order of ${field} ${phrase(wanted)}`,
    phrase(shown) || 'nobody',
    ...exchanges,
  );
}
