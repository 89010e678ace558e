import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { packageRoot } from '../spec/package-root.ts';
import { SERVICE } from './service.ts';

/** The code that judges a requirement, and where it stands. */
export interface CheckSource {
  readonly file: string;
  readonly code: string;
}

const OURS = join(packageRoot, 'dist', 'suites', SERVICE);
const CODE = ['.ts', '.js', '.mjs'];

/** Finds the check of a requirement in the compiled suites, or in a folder of somebody's own; undefined where it has none. */
export function findCheck(id: string, ownSuites?: string): CheckSource | undefined {
  const ours = sourcesIn(OURS).map((file) => ({ file, shown: relative(packageRoot, file) }));
  const own = ownSuites === undefined ? [] : sourcesIn(ownSuites).map((file) => ({ file, shown: file }));
  for (const { file, shown } of [...ours, ...own]) {
    const code = cutCheck(readFileSync(file, 'utf8'), id);
    if (code !== undefined) return { file: shown, code };
  }
  return undefined;
}

function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => CODE.includes(extname(name)) && !name.includes('node_modules'));
  return sources.map((name) => join(folder, name));
}

/** From `requirement('ID'` to the end of that statement, on the same line or at the start of a later one. */
function cutCheck(text: string, id: string): string | undefined {
  const start = text.search(new RegExp(String.raw`^requirement\(['"\`]${id}['"\`]`, 'm'));
  if (start < 0) return undefined;
  const [code = ''] = /^requirement[^\n]*\);$|^[\s\S]*?^\}?\);$/m.exec(text.slice(start)) ?? [];
  return code;
}
