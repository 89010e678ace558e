import { colors } from '../../report/colors.ts';
import type { RunState } from './run-state.ts';

const [NAME, BAR] = [9, 30];
const MOST_NAMED = 8;

/** One frame of the live view, at a moment in milliseconds since the epoch. */
export function frameOf(state: RunState, now: number): string {
  const rows = [...state.groups].map(([name, { done, of }]) => `${name.padEnd(NAME)}${bar(done / of)} ${done}/${of}`);
  return [...rows, ...countLines(state, now), ...waitLines(state, now)].join('\n');
}

function bar(share: number): string {
  const filled = Math.round(share * BAR);
  return colors.green('█'.repeat(filled)) + colors.dim('░'.repeat(BAR - filled));
}

function countLines({ outcomes, startedAt }: RunState, now: number): string[] {
  const having = (wanted: string) => [...outcomes].filter(([, outcome]) => outcome === wanted).map(([id]) => id);
  const counts = ['passed', 'broken', 'untestable', 'error'].map((name) => `${having(name).length} ${name}`);
  const broken = [...having('broken'), ...having('error')];
  const more = broken.length > MOST_NAMED ? ` and ${broken.length - MOST_NAMED} more` : '';
  return [
    `${counts.join(', ')}, ${Math.floor((now - startedAt) / 1_000)} s`,
    ...(broken.length === 0 ? [] : [colors.red(`broken: ${broken.slice(0, MOST_NAMED).join(', ')}${more}`)]),
  ];
}

function waitLines({ waits }: RunState, now: number): string[] {
  const open = [...waits.values()].filter(({ until }) => until > now).toSorted((a, b) => b.until - a.until);
  const [last] = open;
  if (last === undefined) return [];
  const others = open.length === 1 ? '' : `, and ${open.length - 1} more`;
  return [colors.dim(`waiting until ${timeOf(last.until)} at most: ${last.what} (${last.by})${others}`)];
}

function timeOf(moment: number): string {
  return new Date(moment).toTimeString().slice(0, 8);
}
