import type { Call } from '../../../src/conformance/call.ts';
import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { finding, listing, reading } from '../stage/calls.ts';
import { bothOutlooks } from '../stage/company.ts';
import type { Customer } from '../stage/customer.ts';
import { isListed } from '../stage/privacy.ts';

const ALL = 'addresses,accounts,mixin:*';
const EXPANDS = ['addresses', 'accounts', 'mixin:*', ALL];

requirement('OWN-08', async (t) => {
  await t.each(await bothOutlooks(t), async ({ viewer, colleague, foreigner, loner }) => {
    const strangers = [foreigner, loner];
    const find = () => t.send(finding(foreigner.email));
    await t.settled('read finds a customer of the other company', find, (seen) => isListed(seen, foreigner));
    const first = { sort: 'lastName', pageSize: '100', pageNumber: '1' };
    const reads = strangers.map(({ number }) => reading(number, {}, viewer));
    const simple = [listing({}, viewer), ...reads];
    const narrowed = [listing(first, viewer), finding(foreigner.email, viewer)];
    const expands = Object.fromEntries(EXPANDS.map((expand) => [`expand=${expand}`, expand]));
    await t.each(expands, async (expand) => {
      for (const call of expand === ALL ? [...simple, ...narrowed] : simple) {
        await expectNoWider(t, call, expand, strangers);
      }
    });
    t.controlAccepted(await t.send(reading(foreigner.number, { expand: ALL })));
    t.controlAccepted(await t.send(reading(colleague.number, { expand: ALL }, viewer)), 'reading a colleague');
  });
});

/** Expects a call to show none of the strangers when it expands; where it does without, that is judged elsewhere. */
async function expectNoWider(
  t: Examination,
  plain: Call,
  expand: string,
  strangers: readonly Customer[],
): Promise<void> {
  const shows = (answer: Exchange) =>
    plain.operation === 'LIST' ? strangers.some((stranger) => isListed(answer, stranger)) : tells(answer, strangers);
  const answer = await t.send({ ...plain, query: { ...plain.query, expand } });
  if (!shows(answer)) return;
  t.control(!shows(await t.send(plain)), 'the same request without expand shows no stranger');
  t.expect(false, 'no customer of another company or of none', `status ${answer.response.status} with one`, answer);
}

function tells(answer: Exchange, strangers: readonly Customer[]): boolean {
  return isAccepted(answer) || strangers.some(({ email }) => answer.response.body.includes(email));
}
