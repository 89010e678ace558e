import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { listing } from '../stage/calls.ts';
import {
  crowdOf,
  inOrderOf,
  inOrderOfId,
  listCrowd,
  ownCrowdOf,
  SORTED_FIELDS,
  type Crowd,
  type SortedField,
} from '../stage/crowd.ts';
import { createFound, findsExactly } from '../stage/found.ts';
import { idsOf, itemsOf } from '../stage/json.ts';
import { whoIsIn } from '../stage/telling.ts';

type Arrange = (ascending: readonly string[]) => readonly string[];

const FIELDS = Object.fromEntries(SORTED_FIELDS.map((field) => [`sort=${field}`, field]));

requirement('LST-27', async (t) => {
  const crowd = await crowdOf(t);
  await t.each(FIELDS, (field) => expectOrder(t, crowd, field, field, inOrderOf(crowd, field)));
  await expectOrderOfId(t, crowd, 'id', (ascending) => ascending);
  await expectOrderOfOwn(t, 'lastName', (ascending) => ascending);
  if (t.claims('writes')) await expectNobodyLost(t);
});

requirement('LST-28', async (t) => {
  const crowd = await crowdOf(t);
  await t.each(FIELDS, async (field) => {
    const plain = await listCrowd(t, crowd, { sort: field });
    const explicit = await listCrowd(t, crowd, { sort: `${field}:asc` });
    const shown = [...plain.exchanges, ...explicit.exchanges];
    expectSame(t, crowd, field, plain.numbers, explicit.numbers, shown);
    t.control(String(plain.numbers) === String(inOrderOf(crowd, field)), 'the order is ascending');
  });
});

requirement('LST-29', async (t) => {
  const crowd = await crowdOf(t);
  await t.each(FIELDS, (field) => expectOrder(t, crowd, field, `${field}:desc`, inOrderOf(crowd, field).toReversed()));
  await expectOrderOfId(t, crowd, 'id:desc', (ascending) => ascending.toReversed());
  await expectOrderOfOwn(t, 'lastName:desc', (ascending) => ascending.toReversed());
  await expectTwoWays(t);
});

/** Who has nothing in the field that is sorted by is listed all the same. */
async function expectNobodyLost(t: Examination): Promise<void> {
  const [lastName, middleName] = [builderOf(t).marker(), builderOf(t).marker()];
  const customers = [await createFound(t, { lastName }), await createFound(t, { lastName, middleName })];
  const q = `lastName:${lastName}`;
  const plain = await t.waitUntil(
    () => t.send(listing({ q })),
    (seen) => findsExactly(seen, customers),
  );
  if (!plain.held) return t.note(`a search by lastName does not find ${customers.length} customers`);
  // Whether a list may be sorted by every field is judged elsewhere.
  await t.eventually(
    `both who q=${q} finds with sort=middleName, too`,
    () => t.send(listing({ q, sort: 'middleName' })),
    (seen) => !isAccepted(seen) || findsExactly(seen, customers),
    whoIsIn,
  );
}

/** Without a search, too, what is first and what is last in a list depends on its order. */
async function expectTwoWays(t: Examination): Promise<void> {
  const list = (sort: string) => t.send(listing({ sort, pageSize: '5' }));
  const [up, down] = [await list('contactEmail'), await list('contactEmail:desc')];
  // Whose e-mail is not shown may come first either way.
  const emails = new Set(itemsOf(up).map(({ contactEmail }) => contactEmail));
  if (emails.size < 2) return;
  const received = idsOf(down).join(', ');
  t.expect(
    received !== idsOf(up).join(', '),
    'another list by contactEmail:desc than by contactEmail',
    received,
    up,
    down,
  );
}

/** Nothing says that ids can be sorted by, and generated ones are in one order only where they are alike. */
async function expectOrderOfId(t: Examination, crowd: Crowd, sort: string, arrange: Arrange): Promise<void> {
  const ascending = inOrderOfId(crowd);
  const ways = await Promise.all(['id', 'id:desc'].map(async (way) => listCrowd(t, crowd, { sort: way })));
  const [up, down] = ways.map(({ numbers }) => String(numbers));
  if (ascending === undefined || up === '' || down === '' || up === down)
    return t.note('nothing tells how a list is sorted by id');
  await expectOrder(t, crowd, 'id', sort, arrange(ascending));
}

/** Members of a company see their list in the same order. */
async function expectOrderOfOwn(t: Examination, sort: string, arrange: Arrange): Promise<void> {
  if (!t.claims('company')) return;
  const own = await ownCrowdOf(t);
  if (own.q === undefined) return;
  await expectOrder(t, own, 'lastName', sort, arrange(inOrderOf(own, 'lastName')));
}

/** Expects the whole crowd in an order, and its first two on a page of two: what is sorted is the list, not a page. */
async function expectOrder(
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

function expectSame(
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
