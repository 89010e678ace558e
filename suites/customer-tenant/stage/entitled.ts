import { isAccepted } from '../../../src/conformance/answer.ts';
import type { Examination } from '../../../src/conformance/examination.ts';
import type { Exchange } from '../../../src/http/exchange.ts';

/** A list has to be one, of objects; that it is, is judged by LST-01 and LST-02. Throws Untestable. */
export function controlList(t: Examination, answer: Exchange): void {
  controlEntitled(t, answer);
  const { json } = answer.response;
  const isList = Array.isArray(json) && json.every((item) => typeof item === 'object' && item !== null);
  t.control(!isAccepted(answer) || isList, 'a list is an array of objects');
}

const NOT_ENTITLED = [401, 403];

/** Who has a scope may use it; that this is so is judged by the scopes' own requirements. Throws Untestable. */
export function controlEntitled(t: Examination, answer: Exchange): void {
  const { status } = answer.response;
  t.control(!NOT_ENTITLED.includes(status), `who holds the scope is entitled, but was answered ${status}`);
}
