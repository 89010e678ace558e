import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { builderOf } from './builder.ts';
import { finding, reading, upserting } from './calls.ts';
import type { Customer } from './customer.ts';
import { itemOf } from './found.ts';
import { bodyOf, type Json } from './json.ts';

/** Creates a customer by PUT; undefined where that is refused or it is not read under its number, which is judged elsewhere. */
export async function createByPut(t: Examination, members: Json): Promise<string | undefined> {
  const number = builderOf(t).number();
  const put = await t.send(upserting(number, { contactEmail: builderOf(t).email(), ...members }));
  if (!isAccepted(put)) return undefined;
  const { held } = await t.waitUntil(() => t.send(reading(number)), isAccepted);
  return held ? number : undefined;
}

/** Creates a customer by PUT as a prerequisite and waits until it can be read. Throws Untestable. */
export async function putCustomer(t: Examination): Promise<Customer> {
  const [number, profile] = [builderOf(t).number(), builderOf(t).profile()];
  t.controlAccepted(await t.send(upserting(number, profile)), 'a PUT that creates');
  const seen = await t.settled('a customer made by PUT is read', () => t.send(reading(number)), isAccepted);
  return { number, email: profile.contactEmail, profile, stored: bodyOf(seen) };
}

/** The same, found by its e-mail. Throws Untestable. */
export async function putFound(t: Examination): Promise<Customer> {
  const customer = await putCustomer(t);
  const look = () => t.send(finding(customer.email));
  await t.settled('a customer made by PUT is found', look, (seen) => itemOf(seen, customer) !== undefined);
  return customer;
}

/** A member of company A whom a colleague has made by PUT; undefined where that cannot be done, which is judged elsewhere. */
export async function putColleague(t: Examination): Promise<Customer | undefined> {
  const [number, profile] = [builderOf(t).number(), builderOf(t).profile()];
  if (!isAccepted(await t.send(upserting(number, profile, 'manageOwn')))) return undefined;
  const { seen, held } = await t.waitUntil(() => t.send(reading(number, {}, 'readOwn')), isAccepted);
  return held ? { number, email: profile.contactEmail, profile, stored: bodyOf(seen) } : undefined;
}
