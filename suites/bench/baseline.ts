import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/spec/package-root.ts';
import { readable, type Row } from './row.ts';

const FILE = join(packageRoot, 'suites/bench/baseline.json');
const WORSE = 1.2;

/** Keeps the ratios of today for those of tomorrow to be held against. */
export function writeBaseline(rows: readonly Row[]): void {
  const ratios = rows.flatMap(({ what, figure, ratio }) => (ratio === undefined ? [] : [[what, figure] as const]));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(ratios), null, 2)}\n`);
}

/** Each ratio that was more than a fifth worse than the baseline in every round, a line each; one line without a baseline. */
export function worseThanBaseline(rows: readonly Row[]): string[] {
  if (!existsSync(FILE)) return [`${FILE} is not there; npm run bench -- --baseline writes it`];
  const baseline = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>;
  return rows.flatMap(({ what, ratio }) => {
    const before = baseline[what];
    if (ratio === undefined || before === undefined) return [];
    const { better, best } = ratio;
    const isWorse = better === 'less is better' ? best > before * WORSE : best < before / WORSE;
    return isWorse ? [`${what}: ${readable(best)} at best, was ${readable(before)}`] : [];
  });
}
