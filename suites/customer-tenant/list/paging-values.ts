import * as fc from 'fast-check';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { listing } from '../stage/calls.ts';
import { controlEntitled } from '../stage/entitled.ts';
import { itemsOf } from '../stage/json.ts';
import { universally } from '../stage/universal.ts';

const LEAST_INT32 = -0x8000_0000;

/** Values that a page parameter must not have: some of old, and kinds of which more are drawn. */
interface WrongValues {
  readonly known: readonly string[];
  readonly kinds: readonly fc.Arbitrary<string>[];
}

const BELOW_ONE: WrongValues = {
  known: ['0', '-1', '-60'],
  kinds: [fc.integer({ min: LEAST_INT32, max: 0 }).map((value) => String(value))],
};
const NOT_WHOLE: WrongValues = {
  known: ['abc', '1.5', '-1.5', '2x', 'x2', '1,5', '1_0', 'NaN', 'true'],
  kinds: [
    fc.stringMatching(/^[a-z]{6,12}$/),
    fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`),
  ],
};

// Whether a pageNumber may come without a pageSize is another question.
const RIGHT = { pageNumber: '1', pageSize: '2' };

type Parameter = keyof typeof RIGHT;

requirement('LST-07', (t) => expectRefused(t, ['pageNumber'], BELOW_ONE));

requirement('LST-08', (t) => expectRefused(t, ['pageSize'], BELOW_ONE));

requirement('LST-09', (t) => expectRefused(t, ['pageNumber', 'pageSize'], NOT_WHOLE));

async function expectRefused(t: Examination, parameters: readonly Parameter[], { known, kinds }: WrongValues) {
  const right = await t.send(listing(RIGHT));
  t.controlAccepted(right);
  t.control(itemsOf(right).length > 0, 'with right values, the page shows a customer');
  const refuse = async (wrong: Partial<typeof RIGHT>, way = listing()) => {
    t.expectStatus(await t.send({ ...way, query: { ...way.query, ...RIGHT, ...wrong }, invalid: true }), 400);
  };
  const cases = parameters.flatMap((name) => known.map((value) => [`${name}=${value}`, { [name]: value }] as const));
  await t.each(Object.fromEntries(cases), async (wrong) => refuse(wrong));
  const alone = parameters.map((name) => [`${name}=${known[0]} alone`, { [name]: known[0] ?? '' }] as const);
  await t.each(Object.fromEntries(alone), async (query) =>
    t.expectStatus(await t.send({ ...listing(query), invalid: true }), 400),
  );
  // A search, and the list of a company, may take another way than the list of a tenant.
  const own = t.claims('company') && { 'of a company': listing({}, 'readOwn') };
  await t.each({ 'in a search': listing({ q: 'active:true' }), ...own }, async (way, label) => {
    const rightWay = await t.send({ ...way, query: { ...way.query, ...RIGHT } });
    controlEntitled(t, rightWay);
    // Whether a list may be narrowed by that is judged elsewhere.
    if (!isAccepted(rightWay)) return t.note(`${label}, right values are answered ${rightWay.response.status}`);
    for (const name of parameters) await refuse({ [name]: known[0] ?? '' }, way);
  });
  const drawn = parameters.flatMap((name) => kinds.map((kind) => kind.map((value) => ({ [name]: value }))));
  for (const wrong of drawn) await universally(t, wrong, refuse);
}
