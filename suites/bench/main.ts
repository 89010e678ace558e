import { writeFileSync } from 'node:fs';
import { worseThanBaseline, writeBaseline } from './baseline.ts';
import { measureFigures } from './figures.ts';
import { measureRatios } from './ratios.ts';
import { shown } from './row.ts';

const isCheck = process.argv.includes('--check');

// A check needs nothing but what it holds against the baseline.
const rows = [...(await measureRatios()), ...(isCheck ? [] : await measureFigures())];
for (const { what, figure, unit } of rows) process.stdout.write(`| ${what} | ${shown(figure)} ${unit} |\n`);
writeFileSync('bench-results.json', `${JSON.stringify(rows, null, 2)}\n`);

if (process.argv.includes('--baseline')) writeBaseline(rows);
const worse = isCheck ? worseThanBaseline(rows) : [];
for (const line of worse) process.stderr.write(`${line}\n`);
process.exitCode = worse.length === 0 ? 0 : 1;
