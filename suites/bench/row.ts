import { median } from './median.ts';

type Better = 'less is better' | 'more is better';

/** One line of the table; a ratio may not get worse, everything else is told only. */
export interface Row {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly ratio?: Ratio;
}

/** What a ratio is held against the baseline by. */
export interface Ratio {
  readonly better: Better;
  /** The best of all rounds: what else the machine does can only make one worse. */
  readonly best: number;
}

/** A ratio that was measured in several rounds, told by the middle one. */
export function ratioOf(what: string, rounds: readonly number[], better: Better): Row {
  const best = better === 'less is better' ? Math.min(...rounds) : Math.max(...rounds);
  return { what, figure: median(rounds), unit: 'x', ratio: { better, best } };
}

/** A figure as people read it. */
export function readable(figure: number): string {
  return figure < 10 ? figure.toFixed(2) : Math.round(figure).toLocaleString('en');
}
