import { requirement } from '../../../src/conformance/requirement.ts';
import { finding, listing } from '../stage/calls.ts';
import { createFound, itemOf } from '../stage/found.ts';
import { itemsOf } from '../stage/json.ts';
import { knownEmail } from '../stage/known-email.ts';

requirement('LST-23', async (t) => {
  const email = await knownEmail(t);
  const malformed = [`contactEmail:(${email}`, `contactEmail:(${email},x`, 'id:(', 'lastName:~(A B', 'firstName:(('];
  await t.each(Object.fromEntries(malformed.map((q) => [`q=${q}`, q])), async (q) => {
    t.expectStatus(await t.send({ ...listing({ q }), invalid: true }), 400);
  });
  t.controlAccepted(await t.send(finding(email)), 'a search without a parenthesis');
});

requirement('LST-25', async (t) => {
  const [one, other] = await Promise.all([createFound(t), createFound(t)]);
  const q = `compoundLogicalQuery:((contactEmail:${one.email}) OR (contactEmail:${other.email}))`;
  const joined = await t.send({ ...listing({ q }), invalid: true });
  if (joined.response.status === 400) return t.note('compoundLogicalQuery is answered 400');
  t.expectAccepted(joined);
  const isEither = [one, other].every((customer) => itemOf(joined, customer) !== undefined);
  const { length } = itemsOf(joined);
  t.expect(!(isEither && length === 2), '400, or no logical or', 'the customers of both terms and nobody else', joined);
  t.note(`compoundLogicalQuery is answered with ${length} customers`);
});
