import type { Results } from '../results.ts';
import { barChart, barOf } from './bar-chart.ts';
import { markup, type Markup } from './markup.ts';

/** How long accepted changes took to become visible, by what was waited for. */
export function convergenceChart({ requirements, convergenceMs }: Results): Markup | undefined {
  const waits = requirements.flatMap(({ convergences = [] }) => convergences);
  if (waits.length === 0) return undefined;
  const names = [...new Set(waits.map(({ what }) => what))].toSorted();
  const bars = names.map((name) => {
    const times = waits.filter(({ what }) => what === name).map(({ ms }) => ms);
    return barOf(name, times);
  });
  return markup`<section><h2>Time to convergence</h2>
<p>Until an accepted change was visible: median / 95th percentile / maximum, and how often it was waited for. Allowed are
${convergenceMs} ms.</p>${barChart('Time to convergence', bars)}</section>`;
}
