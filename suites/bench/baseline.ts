import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/spec/package-root.ts';
import { shown, type Row } from './row.ts';

const FILE = join(packageRoot, 'suites/bench/baseline.json');
const WORSE = 1.2;

/** Keeps the ratios of today for those of tomorrow to be held against. */
export function writeBaseline(rows: readonly Row[]): void {
  const ratios = rows.filter(({ ratio }) => ratio !== undefined).map(({ what, figure }) => [what, figure] as const);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(ratios), null, 2)}\n`);
}

/** Each ratio that is more than a fifth worse than the baseline, a line each; one line where there is no baseline. */
export function worseThanBaseline(rows: readonly Row[]): string[] {
  if (!existsSync(FILE)) return [`${FILE} is not there; npm run bench -- --baseline writes it`];
  const baseline = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>;
  return rows.flatMap(({ what, figure, ratio }) => {
    const before = baseline[what];
    if (ratio === undefined || before === undefined) return [];
    const isWorse = ratio === 'less is better' ? figure > before * WORSE : figure < before / WORSE;
    return isWorse ? [`${what}: ${shown(figure)}, was ${shown(before)}`] : [];
  });
}
