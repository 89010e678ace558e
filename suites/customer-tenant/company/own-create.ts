import { isAccepted, isRefused } from '../../../src/conformance/answer.ts';
import { requirement } from '../../../src/conformance/requirement.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from '../stage/builder.ts';
import { creating, reading } from '../stage/calls.ts';
import { expectInOwnCompany, expectSeenByColleagues, legalEntitiesOf, sharedForeigner } from '../stage/company.ts';
import { createdNumber } from '../stage/customer.ts';
import { expectNobodyHas } from '../stage/effect.ts';
import { asObject, bodyOf, type Json } from '../stage/json.ts';
import { REGISTRATIONS } from '../stage/registrations.ts';
import { telling } from '../stage/telling.ts';

requirement('OWN-09', async (t) => {
  const profile = builderOf(t).profile();
  const created = await t.send(creating(profile, 'manageOwn'));
  const number = createdNumber(t, created);
  await expectInOwnCompany(t, { number, email: profile.contactEmail }, created);
  const look = () => t.send(reading(number));
  await t.eventually(
    'the business model B2B',
    look,
    (seen) => bodyOf(seen)['businessModel'] === 'B2B',
    telling('businessModel'),
  );
  const other = { ...builderOf(t).profile(), id: builderOf(t).number() };
  const named = await t.send(creating(other, 'manageOwn'));
  t.controlAccepted(named, 'a creation with an id of its own');
  await expectInOwnCompany(t, { number: createdNumber(t, named), email: other.contactEmail }, named);
  if (t.claims('mail')) {
    const told = builderOf(t).profile();
    const unsilenced = await t.send(creating(told, 'manageOwn', {}));
    t.controlAccepted(unsilenced, 'a creation that says nothing of letters');
    await expectInOwnCompany(t, { number: createdNumber(t, unsilenced), email: told.contactEmail }, unsilenced);
  }
  const contact = { ...builderOf(t).profile(), type: 'CONTACT' };
  const typed = await t.send(creating(contact, 'manageOwn'));
  // Whether there are contacts is judged elsewhere.
  if (!isAccepted(typed)) return;
  await expectSeenByColleagues(t, { number: createdNumber(t, typed), email: contact.contactEmail }, typed);
});

requirement('OWN-10', async (t) => {
  const shown = namesOf((await sharedForeigner(t)).stored);
  t.control(Object.keys(shown).length > 0, 'a customer shows the company that it belongs to');
  const names = { ...shown, 'by some registration': { b2b: { companyRegistrationId: REGISTRATIONS[0] } } };
  const refused: { readonly email: string; readonly answer: Exchange }[] = [];
  await t.each(names, async (named) => {
    const profile = { ...builderOf(t).profile(), ...named };
    const { contactEmail: email } = profile;
    const answer = await t.send({ ...creating(profile, 'manageOwn'), invalid: true });
    const { status } = answer.response;
    t.expect(
      isAccepted(answer) || isRefused(answer),
      'the own company, or a refusal with 4xx',
      `status ${status}`,
      answer,
    );
    if (isAccepted(answer)) await expectInOwnCompany(t, { number: createdNumber(t, answer), email }, answer);
    else refused.push({ email, answer });
  });
  const emails = refused.map(({ email }) => email);
  if (emails.length > 0) await expectNobodyHas(t, emails, ...refused.map(({ answer }) => answer));
  const plain = await t.send(creating(builderOf(t).profile(), 'manageOwn'));
  t.controlAccepted(plain, 'a creation that names no company');
});

/** The members that name the company of a customer, by the way in which they do. */
function namesOf(stored: Json): Readonly<Record<string, Json>> {
  const { companyRegistrationId } = asObject(stored['b2b']);
  const [company] = legalEntitiesOf(stored);
  const registered = typeof companyRegistrationId === 'string' && { companyRegistrationId };
  const entity = company && { legalEntities: [{ id: company['id'], name: company['name'] }] };
  return {
    ...(registered && { 'by its registration': { b2b: registered } }),
    ...(entity && {
      'by its legal entity': { b2b: entity },
      'by its legal entity at the top': entity,
      'by its name': { company: company['name'] },
    }),
    ...(registered && entity && { 'by both': { b2b: { ...registered, ...entity } } }),
  };
}
