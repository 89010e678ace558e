import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Customer } from './customer.ts';
import { itemOf } from './found.ts';
import { walkList } from './walk.ts';

const FEW = 10;

/** The first pages of the list as it is, without a search; of a long one as many as may be walked through. */
export async function firstPages(t: Examination): Promise<Exchange[]> {
  return walkList(t, 'read', {}, FEW);
}

/** Whether one of some pages shows a customer. */
export function isOnPage(pages: readonly Exchange[], customer: Customer): boolean {
  return pages.some((page) => itemOf(page, customer) !== undefined);
}

/** Expects a customer who was on one of the first pages to leave them. Throws ContractFailure. */
export async function expectOnNoPage(t: Examination, customer: Customer): Promise<void> {
  const { seen, held } = await t.waitUntil(
    () => firstPages(t),
    (pages) => !isOnPage(pages, customer),
  );
  const showing = seen.filter((page) => isOnPage([page], customer));
  t.expect(held, 'the deleted customer on no page of the list', `${customer.email} on a page`, ...showing);
}
