import { describeAnswer, isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Customer } from './customer.ts';
import { areShown, walkList } from './walk.ts';

const FEW = 10;

/** The first pages of the list as it is, without a search; of a long one as many as may be walked through. */
export async function firstPages(t: Examination): Promise<Exchange[]> {
  return walkList(t, 'read', {}, FEW);
}

/** Expects a customer who was on one of the first pages to leave them. Throws ContractFailure. */
export async function expectOnNoPage(t: Examination, customer: Customer): Promise<void> {
  const { seen, held } = await t.waitUntil(
    () => firstPages(t),
    (pages) => pages.every((page) => isAccepted(page)) && !areShown(pages, [customer]),
  );
  const showing = seen.filter((page) => !isAccepted(page) || areShown([page], [customer]));
  const received = showing.map((page) => (isAccepted(page) ? `${customer.email} on a page` : describeAnswer(page)));
  t.expect(held, 'the deleted customer on no page of the list', received.join(', '), ...showing);
}
