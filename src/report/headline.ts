import { printable } from './printable.ts';

const PLACE = /[\w./-]+:\d+:\d+/;

/** The one line that tells a fault: its first; where that only announces it, the next one, and the place that is named. */
export function headline(fault: string): string {
  const lines = fault.split('\n').flatMap((line) => line.trim() || []);
  const [first = '', second = ''] = lines;
  if (!first.endsWith(':')) return printable(first);
  return printable([first, second, PLACE.exec(lines.slice(2).join('\n'))?.[0] ?? ''].join(' ').trim());
}
