import { isAccepted } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, listing } from '../stage/calls.ts';
import { createFound, expectFinds, findsExactly, itemOf } from '../stage/found.ts';
import { controlJoinedTerms } from '../stage/joined-terms.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

requirement('LST-21', async (t) => {
  const mark = builderOf(t).marker();
  const [doe, dorn, adler, bergDo] = await Promise.all([
    createFound(t, { lastName: `${mark}Doe` }),
    createFound(t, { lastName: `${mark}Dorn` }),
    createFound(t, { lastName: `${mark} Adler` }),
    createFound(t, { lastName: `Berg${mark}` }),
  ]);
  // The vendor writes a phrase in both ways.
  const forms = [`lastName:(~${mark} Ad)`, `lastName:~(${mark} Ad)`];
  const answers = await Promise.all(forms.map(async (q) => ({ q, seen: await t.send(listing({ q })) })));
  const taken = answers.filter(({ seen }) => isAccepted(seen));
  const phrase = (taken.find(({ seen }) => findsExactly(seen, [adler])) ?? taken[0] ?? answers[0])?.q ?? '';
  await t.each(
    {
      'a prefix': { q: `lastName:~${mark}Do`, customers: [doe, dorn] },
      'the prefix of one': { q: `lastName:~${mark}Dor`, customers: [dorn] },
      'another prefix': { q: `lastName:~Berg${mark}`, customers: [bergDo] },
      'a phrase with a space': { q: phrase, customers: [adler] },
    },
    async ({ q, customers }) => {
      await expectFinds(t, q, ...customers);
    },
  );
});

requirement('LST-22', async (t) => {
  await controlJoinedTerms(t);
  const customer = await createFound(t);
  // As the list shows it, for that is what is searched; whether a read shows the same is GET-11's.
  const listed = itemOf(await t.send(finding(customer.email)), customer) ?? customer.stored;
  const created = Date.parse(String(listed['metadataCreatedAt']));
  const middle = Number.isNaN(created) ? t.run.now() : created;
  const from = (ms: number) => `"${new Date(middle + ms).toISOString()}"`;
  const day = (days: number) => from(days * DAY_MS);
  const own = `contactEmail:${customer.email}`;
  await t.each(
    {
      'around its creation': { range: `(>=${day(-1)} AND <=${day(1)})`, customers: [customer] },
      'around its creation, without the ends': { range: `(>${day(-1)} AND <${day(1)})`, customers: [customer] },
      'some seconds around its creation': {
        range: `(>=${from(-5 * SECOND_MS)} AND <=${from(5 * SECOND_MS)})`,
        customers: [customer],
      },
      'an hour before its creation': { range: `(>=${day(-1)} AND <=${from(-HOUR_MS)})`, customers: [] },
      'an hour after its creation': { range: `(>=${from(HOUR_MS)} AND <=${day(1)})`, customers: [] },
      'before its creation': { range: `(>=${day(-2)} AND <=${day(-1)})`, customers: [] },
      'after its creation': { range: `(>=${day(1)} AND <${day(2)})`, customers: [] },
    },
    async ({ range, customers }) => {
      await expectFinds(t, `${own} metadataCreatedAt:${range}`, ...customers);
    },
  );
});
