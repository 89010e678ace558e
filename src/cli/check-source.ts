import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { packageRoot } from '../spec/package-root.ts';
import { SERVICE } from './service.ts';

/** The code that judges a requirement, and where it stands. */
export interface CheckSource {
  readonly file: string;
  readonly code: string;
}

/** Finds the check of a requirement in the compiled suites; undefined where it has none. */
export function findCheck(id: string): CheckSource | undefined {
  const folder = join(packageRoot, 'dist', 'suites', SERVICE);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) === '.js');
  for (const name of names) {
    const file = join(folder, name);
    const code = cutCheck(readFileSync(file, 'utf8'), id);
    if (code !== undefined) return { file: relative(packageRoot, file), code };
  }
  return undefined;
}

/** From `requirement('ID'` to the end of that statement, which the compiler puts at the start of a line. */
function cutCheck(text: string, id: string): string | undefined {
  const start = text.search(new RegExp(String.raw`^requirement\('${id}'`, 'm'));
  if (start < 0) return undefined;
  const [code = ''] = /^[\s\S]*?(?:^\}\);|\)\);)$/m.exec(text.slice(start)) ?? [];
  return code;
}
