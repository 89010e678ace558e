import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { listing } from '../stage/calls.ts';
import { crowdOf, ownCrowdOf, type Crowd } from '../stage/crowd.ts';
import { listCrowd } from '../stage/crowd-list.ts';
import { inOrderOf, inOrderOfId, SORTED_FIELDS } from '../stage/crowd-order.ts';
import { createFound, findsExactly } from '../stage/found.ts';
import { idsOf, itemsOf } from '../stage/json.ts';
import { expectOrder, expectSame } from '../stage/order.ts';
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
