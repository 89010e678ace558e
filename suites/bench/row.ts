/** One line of the table; a ratio may not get worse, everything else is told only. */
export interface Row {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The ratio that is held against the baseline, and whether more of it is better. */
  readonly ratio?: 'less is better' | 'more is better';
}

/** A figure as people read it. */
export function shown(figure: number): string {
  return figure < 10 ? figure.toFixed(2) : String(Math.round(figure));
}
