import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import type { Customer } from './customer.ts';
import { itemsOf, type Json } from './json.ts';

/** Names that occur in no other record, and that come first where a list is sorted by them. */
export function unmistakable(t: Examination): Json {
  const marker = builderOf(t).marker();
  return { firstName: `Aaf${marker}`, lastName: `Aal${marker}` };
}

/** Expects none of the customers to be listed in any of the answers. */
export function expectUnlisted(t: Examination, lists: readonly Exchange[], hidden: readonly Customer[]): void {
  for (const list of lists) {
    const shown = hidden.filter((customer) => isListed(list, customer)).map(({ email }) => email);
    t.expect(shown.length === 0, 'no customer that the caller may not see', `${shown.join(' and ')} listed`, list);
  }
}

/** Expects an answer to hold nothing that only this customer's profile says; the number was in the request. */
export function expectSilentAbout(t: Examination, { email, profile }: Customer, answer: Exchange): void {
  const { firstName, lastName, contactPhone } = profile;
  const told = [email, firstName, lastName, contactPhone].filter((datum) => answer.response.body.includes(datum));
  t.expect(told.length === 0, "nothing of that customer's data", `a body with ${told.join(' and ')}`, answer);
}

/** Whether a list shows a customer. */
export function isListed(list: Exchange, { number, email }: Pick<Customer, 'number' | 'email'>): boolean {
  return itemsOf(list).some(
    ({ id, customerNumber, contactEmail }) => id === number || customerNumber === number || contactEmail === email,
  );
}
