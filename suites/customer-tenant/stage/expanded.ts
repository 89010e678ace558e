import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { listing } from './calls.ts';
import type { Customer } from './customer.ts';
import { itemOf } from './found.ts';
import { itemsOf, objectsIn, show, type Json } from './json.ts';

/** Expects whoever has several of what is expanded to be listed once all the same. */
export async function expectOnce(t: Examination, customer: Customer, expand: string): Promise<void> {
  const look = () => expanded(t, customer, expand);
  await t.settled('both are shown', look, (seen) => {
    return itemsOf(seen).some((item) => listOf(item, expand).length > 1) || itemsOf(seen).length > 1;
  });
  const seen = await look();
  t.expect(itemsOf(seen).length === 1, 'the customer once', `${itemsOf(seen).length} times`, seen);
}

/** Tells what some customers are listed with; undefined for what is no list. */
export function shownOf(attribute: string, customers: readonly Customer[]): (seen: Exchange) => string | undefined {
  return (seen) => {
    const told = customers.map((customer) => {
      const item = itemOf(seen, customer);
      return `${customer.email} ${item === undefined ? 'not listed' : `with ${attribute} ${show(item[attribute])}`}`;
    });
    return Array.isArray(seen.response.json) ? told.join(', ') : undefined;
  };
}

export function expanded(t: Examination, customer: Customer, expand: string): Promise<Exchange> {
  return t.send(listing({ q: `contactEmail:${customer.email}`, expand }));
}

export function listOf(item: Json | undefined, name: string): Json[] {
  return objectsIn(item?.[name]);
}
