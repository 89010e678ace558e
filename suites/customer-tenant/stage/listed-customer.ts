import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import { listing, reading } from './calls.ts';
import { bodyOf, itemsOf, type Json } from './json.ts';

const MOST_TRIED = 5;

/**
 * Some customer that is listed, suits, and can be read under its id. The oldest come first, for others may just be
 * deleting the newest; where age is not shown, several from all over the first page are tried. Throws Untestable.
 */
export async function listedCustomer(t: Examination, suits: (item: Json) => boolean = () => true): Promise<Json> {
  const items = itemsOf(await t.send(listing())).filter((item) => suits(item));
  t.control(items.length > 0, 'the list shows a customer');
  const step = Math.ceil(items.length / MOST_TRIED);
  const tried = items.toSorted((one, other) => birth(one) - birth(other)).filter((_, index) => index % step === 0);
  for (const item of tried) {
    const seen = await t.send(reading(String(item['id'])));
    if (isAccepted(seen) && bodyOf(seen)['id'] === item['id']) return item;
  }
  t.control(false, 'a listed customer is read under its id');
  return {};
}

function birth({ metadataCreatedAt }: Json): number {
  const created = Date.parse(String(metadataCreatedAt));
  return Number.isNaN(created) ? 0 : created;
}
