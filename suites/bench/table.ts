import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/spec/package-root.ts';
import { readable, type Row } from './row.ts';

const README = join(packageRoot, 'README.md');
const PLACE = /(?<=<!-- bench -->\n)[^]*(?=<!-- \/bench -->)/;

/** The rows as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, figure, unit }) => `| ${what} | ${[readable(figure), unit].join(' ').trim()} |`);
  return ['| what | figure |', '| --- | ---: |', ...lines, ''].join('\n');
}

/** Shows the rows in the README. */
export function publish(rows: readonly Row[]): void {
  writeFileSync(
    README,
    readFileSync(README, 'utf8').replace(PLACE, () => `\n${tableOf(rows)}\n`),
  );
}
