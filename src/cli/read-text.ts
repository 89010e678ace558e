import { readFileSync } from 'node:fs';
import { explain } from './explain.ts';

/** The text of a file that a person wrote, without the mark that some editors begin one with. Throws ConfigurationError. */
export function readText(file: string): string {
  return explain(`${file} cannot be read`, () => readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
}
