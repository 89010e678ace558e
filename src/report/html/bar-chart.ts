import { quantile } from '../quantile.ts';
import { markup, type Markup } from './markup.ts';

/** One row of a chart: a bar to `typical`, a lighter one to `high`, and a tick at `highest`, all in milliseconds. */
export interface Bar {
  readonly name: string;
  readonly typical: number;
  readonly high: number;
  readonly highest: number;
  readonly count: number;
}

/** The bar of some times in milliseconds: their median, 95th percentile and maximum. */
export function barOf(name: string, times: readonly number[]): Bar {
  const [typical, high, highest] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 1)];
  return { name, typical, high, highest, count: times.length };
}

const [WIDTH, ROW, LABEL, VALUES] = [900, 26, 300, 210];
const PLOT = WIDTH - LABEL - VALUES;

/** A chart of times, on a logarithmic scale, for a millisecond and ten seconds both have to be seen. */
export function barChart(title: string, bars: readonly Bar[]): Markup {
  const longest = Math.max(1, ...bars.map(({ highest }) => highest));
  const at = (ms: number) => ((Math.log10(1 + ms) / Math.log10(1 + longest)) * PLOT).toFixed(1);
  const rows = bars.map((bar, index) => chartRow(bar, index * ROW, at));
  const height = bars.length * ROW;
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${title}">
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">${rows}</svg></div>`;
}

function chartRow({ name, typical, high, highest, count }: Bar, y: number, at: (ms: number) => string): Markup {
  const values = `${typical} / ${high} / ${highest} ms (${count})`;
  const left = LABEL + Number(at(highest));
  return markup`<g><title>${name}: ${values}</title>
<text x="${LABEL - 8}" y="${y + 17}" text-anchor="end">${name}</text>
<rect class="high" x="${LABEL}" y="${y + 5}" width="${at(high)}" height="16"/>
<rect class="typical" x="${LABEL}" y="${y + 5}" width="${at(typical)}" height="16"/>
<line x1="${left}" x2="${left}" y1="${y + 3}" y2="${y + 23}"/>
<text x="${WIDTH - VALUES + 8}" y="${y + 17}">${values}</text></g>`;
}
