import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Call } from '../../../src/conformance/call.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { builderOf } from './builder.ts';
import { finding, listing } from './calls.ts';
import { createCustomer, type Customer } from './customer.ts';
import { itemsOf, type Json } from './json.ts';
import { learnSteadyLists } from './replicas.ts';
import { whoIsIn } from './telling.ts';

/** The number of a listed customer, as it was created where it is one of `customers`. */
export function numberIn({ id, customerNumber }: Json, customers: readonly Customer[]): string {
  const known = customers.find(({ number }) => number === id || number === customerNumber);
  return known?.number ?? String(id ?? customerNumber);
}

/** The listed form of a customer, or undefined where the list does not show it. */
export function itemOf(exchange: Exchange, customer: Customer): Json | undefined {
  return itemsOf(exchange).find((item) => numberIn(item, [customer]) === customer.number);
}

/** Whether a list shows these customers and nobody else; whether one comes twice is another question. */
export function findsExactly(exchange: Exchange, customers: readonly Customer[]): boolean {
  if (!isAccepted(exchange) || !Array.isArray(exchange.response.json)) return false;
  const shown = new Set(itemsOf(exchange).map((item) => numberIn(item, customers)));
  return shown.size === customers.length && customers.every(({ number }) => shown.has(number));
}

/** Creates a customer and waits until the search by its e-mail finds it. Throws Untestable. */
export async function createFound(t: Examination, members: Json = {}): Promise<Customer> {
  const customer = await createCustomer(t, members);
  await learnSteadyLists(t);
  await t.settled(
    'a created customer is found by contactEmail',
    () => t.send(finding(customer.email)),
    (seen) => itemOf(seen, customer) !== undefined,
  );
  return customer;
}

/** Expects a deleted customer to leave a list, which has to stay one. Throws ContractFailure, and Untestable. */
export async function expectLeaves(t: Examination, customer: Customer, call: Call, list: string): Promise<void> {
  const { seen, held } = await t.waitUntil(
    () => t.send(call),
    (shown) => isAccepted(shown) && itemOf(shown, customer) === undefined,
  );
  if (!held && !isAccepted(seen)) await controlEmpty(t);
  const received = (isAccepted(seen) ? whoIsIn(seen) : undefined) ?? `status ${seen.response.status}`;
  t.expect(held, `${customer.email} no more in ${list}`, received, seen);
}

/** That a search which matches nobody shows nobody is LST-16's. Throws Untestable. */
export async function controlEmpty(t: Examination): Promise<void> {
  const empty = await t.send(finding(builderOf(t).email()));
  t.control(findsExactly(empty, []), 'a search for an unknown e-mail finds nobody');
}

/** Expects a search to be taken and to find these customers and nobody else, as soon as lists may be expected to. */
export async function expectFinds(t: Examination, q: string, ...customers: readonly Customer[]): Promise<Exchange> {
  const look = () => t.send(listing({ q, pageSize: '100' }));
  const first = await look();
  if (findsExactly(first, customers)) return first;
  if (customers.length === 0) await controlEmpty(t);
  t.expectAccepted(first);
  const expected = `q=${q} to find exactly ${customers.map(({ email }) => email).join(' and ') || 'nobody'}`;
  return t.eventually(expected, look, (seen) => findsExactly(seen, customers), whoIsIn);
}
