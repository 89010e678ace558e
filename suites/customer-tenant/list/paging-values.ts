import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { itemsOf } from '../stage/json.ts';

const BELOW_ONE = ['0', '-1', '-60'];
const NOT_WHOLE = ['abc', '1.5', '-1.5', '2x', 'x2', '1,5', 'NaN', 'true'];

// Whether a pageNumber may come without a pageSize is another question.
const RIGHT = { pageNumber: '1', pageSize: '2' };

type Parameter = keyof typeof RIGHT;

requirement('LST-07', (t) => expectRefused(t, ['pageNumber'], BELOW_ONE));

requirement('LST-08', (t) => expectRefused(t, ['pageSize'], BELOW_ONE));

requirement('LST-09', (t) => expectRefused(t, ['pageNumber', 'pageSize'], NOT_WHOLE));

async function expectRefused(t: Examination, parameters: readonly Parameter[], values: readonly string[]) {
  const wrong = parameters.flatMap((name) => values.map((value) => ({ name, value })));
  const cases = Object.fromEntries(wrong.map(({ name, value }) => [`${name}=${value}`, { ...RIGHT, [name]: value }]));
  const right = await t.send(listing(RIGHT));
  t.controlAccepted(right);
  t.control(itemsOf(right).length > 0, 'with right values, the page shows a customer');
  await t.each(cases, async (query) => {
    t.expectStatus(await t.send({ ...listing(query), invalid: true }), 400);
  });
}
