import type { Examination } from '../../../src/conformance/examination.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { finding, listing } from '../stage/calls.ts';
import { changeCustomer } from '../stage/change.ts';
import { createColleague } from '../stage/company.ts';
import { createFound, expectFinds, findsExactly } from '../stage/found.ts';
import { whoIsIn } from '../stage/telling.ts';

// Clients ask for the customers of a page of orders, say.
const MANY = 25;

requirement('LST-17', async (t) => {
  const builder = builderOf(t);
  const [first, last, other] = [builder.marker(), builder.marker(), builder.marker()];
  const [both, firstOnly, lastOnly] = await Promise.all([
    createFound(t, { firstName: first, lastName: last, company: other }),
    createFound(t, { firstName: first, lastName: other }),
    createFound(t, { firstName: other, lastName: last }),
    // Of which the names that are searched for are but a part.
    createFound(t, { firstName: `x${first}x`, lastName: `x${last}x` }),
  ]);
  await t.each(
    {
      'one field': { q: `firstName:${first}`, customers: [both, firstOnly] },
      'the other field': { q: `lastName:${last}`, customers: [both, lastOnly] },
      'both fields': { q: `firstName:${first} lastName:${last}`, customers: [both] },
      'both fields in the other order': { q: `lastName:${last} firstName:${first}`, customers: [both] },
      'a company and a name': { q: `company:${other} lastName:${last}`, customers: [both] },
      'fields that nobody has together': { q: `firstName:${other} lastName:${other}`, customers: [] },
    },
    async ({ q, customers }) => {
      await expectFinds(t, q, ...customers);
    },
  );
  const common = { firstName: builder.marker(), lastName: builder.marker() };
  const [whole] = await Promise.all([
    createFound(t, { ...common, company: first }),
    createFound(t, { ...common, company: last }),
  ]);
  await expectFinds(t, `firstName:${common.firstName} lastName:${common.lastName} company:${first}`, whole);
  const umlaut = `Müller${builder.marker()}`;
  await expectFinds(t, `lastName:${umlaut}`, await createFound(t, { lastName: umlaut }));
  const changed = builder.marker();
  await changeCustomer(t, lastOnly.number, { lastName: changed });
  await expectFinds(t, `lastName:${changed}`, lastOnly);
  await expectFinds(t, `lastName:${last}`, both);
  if (t.claims('company')) await expectFoundByColleagues(t);
});

/** Members of a company search each other by several fields, too. */
async function expectFoundByColleagues(t: Examination): Promise<void> {
  const colleague = await createColleague(t);
  const { firstName, lastName } = colleague.profile;
  const plain = () => t.send(finding(colleague.email, 'readOwn'));
  const { held } = await t.waitUntil(plain, (seen) => findsExactly(seen, [colleague]));
  // Whether members of a company find each other at all is judged elsewhere.
  if (!held) return;
  for (const q of [`lastName:${lastName}`, `firstName:${firstName} lastName:${lastName}`]) {
    const look = () => t.send(listing({ q }, 'readOwn'));
    const isFound = (seen: Exchange) => findsExactly(seen, [colleague]);
    await t.eventually(`q=${q} by readOwn to find exactly ${colleague.email}`, look, isFound, whoIsIn);
  }
}

requirement('LST-18', async (t) => {
  const [one, two, three] = await Promise.all([createFound(t), createFound(t), createFound(t)]);
  const unknown = Array.from({ length: MANY }, () => builderOf(t).number());
  const id = builderOf(t).number();
  const [short] = await Promise.all([createFound(t, { id }), createFound(t, { id: `${id}1` })]);
  await t.each(
    {
      'two ids': { q: `id:(${one.number},${two.number})`, customers: [one, two] },
      'in the other order': { q: `id:(${three.number},${one.number})`, customers: [one, three] },
      'three ids': { q: `id:(${one.number},${two.number},${three.number})`, customers: [one, two, three] },
      'an id that another one begins with': { q: `id:(${short.number},${one.number})`, customers: [short, one] },
      'an id behind many others': { q: `id:(${[...unknown, one.number].join(',')})`, customers: [one] },
      'an unknown id': { q: `id:(${two.number},${builderOf(t).number()})`, customers: [two] },
    },
    async ({ q, customers }) => {
      await expectFinds(t, q, ...customers);
    },
  );
});

requirement('LST-26', async (t) => {
  const customer = await createFound(t, { id: `Case-${builderOf(t).number()}` });
  const { number } = customer;
  const others = [number.toUpperCase(), number.toLowerCase()].filter((each) => each !== number);
  t.control(others.length === 2, 'an id with letters of both cases is accepted');
  await expectFinds(t, `id:${number}`, customer);
  for (const other of others) await expectFinds(t, `id:${other}`);
  // What a list of ids finds at all is LST-18's.
  const listed = await t.send(listing({ q: `id:(${number})`, pageSize: '100' }));
  if (findsExactly(listed, [customer])) await expectFinds(t, `id:(${others.join(',')})`);
});
