import type { Results } from '../results.ts';
import { barChart, barOf } from './bar-chart.ts';
import { markup, type Markup } from './markup.ts';

/** How long each operation took to answer: median, 95th percentile and maximum. */
export function responseTimeChart({ exchanges }: Results): Markup | undefined {
  if (exchanges.length === 0) return undefined;
  const operations = [...new Set(exchanges.map(({ operation }) => operation))].toSorted();
  const bars = operations.map((name) => {
    const times = exchanges.filter(({ operation }) => operation === name).map(({ durationMs }) => durationMs);
    return barOf(name, times);
  });
  return markup`<section><h2>Response times</h2>
<p>Median / 95th percentile / maximum of each operation, and the number of its answers. They include the time in which a
request waited for its turn.</p>${barChart('Response times by operation', bars)}</section>`;
}
