import { writeFileSync } from 'node:fs';
import { worseThanBaseline, writeBaseline } from './baseline.ts';
import { measureFigures } from './figures.ts';
import { lateRuns, measureRatios } from './ratios.ts';
import { publish, tableOf } from './table.ts';

const isCheck = process.argv.includes('--check');

// A check needs nothing but what it holds against the baseline.
const rest = async () => [...(await lateRuns(20, 100)), ...(await measureFigures())];
const rows = [...(await measureRatios()), ...(isCheck ? [] : await rest())];
process.stdout.write(tableOf(rows));
writeFileSync('bench-results.json', `${JSON.stringify(rows, null, 2)}\n`);

if (process.argv.includes('--baseline')) {
  writeBaseline(rows);
  publish(rows);
}
const worse = isCheck ? worseThanBaseline(rows) : [];
for (const line of worse) process.stderr.write(`${line}\n`);
process.exitCode = worse.length === 0 ? 0 : 1;
