import { describeAnswer, isAccepted, isRefused } from '../../../src/conformance/answer.ts';
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
  const isWrong = (page: Exchange, index: number) => !isPage(page, index) || areShown([page], [customer]);
  const { seen, held } = await t.waitUntil(
    () => firstPages(t),
    (pages) => !pages.some(isWrong),
  );
  const showing = seen.filter(isWrong);
  const received = showing.map((page) => (isAccepted(page) ? `${customer.email} on a page` : describeAnswer(page)));
  t.expect(held, 'the deleted customer on no page of the list', received.join(', '), ...showing);
}

/** Whether a page was shown; that there is none behind the last is LST-10's. */
function isPage(page: Exchange, index: number): boolean {
  return isAccepted(page) || (index > 0 && isRefused(page));
}
