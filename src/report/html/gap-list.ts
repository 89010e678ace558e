import type { Results } from '../results.ts';
import { markup, type Markup } from './markup.ts';

const GAPS = ['not-applicable', 'untestable', 'waived'];

/** What a reader must not take for judged: features not claimed, requirements left out or waived, faults, leftovers. */
export function gapList({ unclaimed, requirements, faults, leftovers }: Results): Markup | undefined {
  const features = Object.entries(unclaimed).map(([name, why]) => markup`<dt>${name}</dt><dd>not claimed: ${why}</dd>`);
  const open = requirements.filter(({ verdict }) => GAPS.includes(verdict));
  const entries = open.map(
    ({ id, verdict, reason = '' }) => markup`<dt><a href="#${id}">${id}</a></dt><dd>${verdict}: ${reason}</dd>`,
  );
  const others = [...faults.map((fault) => `fault: ${fault}`), ...leftovers.map((name) => `not deleted: ${name}`)];
  if (features.length + entries.length + others.length === 0) return undefined;
  const list = features.length + entries.length === 0 ? undefined : markup`<dl class="gaps">${features}${entries}</dl>`;
  return markup`<section><h2>Not judged</h2>${list}${others.map((line) => markup`<p>${line}</p>`)}</section>`;
}
