import { colors } from './colors.ts';
import { failureLines } from './failure-text.ts';
import { printable } from './printable.ts';
import type { Results } from './results.ts';

type Entry = Results['requirements'][number];
/** A broken requirement ready to be acted on: what was expected and received, how to repeat it, how to judge it again. */
export function describeBroken(entry: Entry, seed: number): string {
  const paint = entry.verdict === 'failed' ? colors.red : colors.yellow;
  return [
    `${paint(entry.verdict)}  ${colors.bold(entry.id)}  ${entry.level}  ${entry.statement}`,
    ...failureLines(entry, seed),
    '',
  ].join('\n');
}

/** A failure that is waived, told aloud: it is one all the same. */
export function describeWaived({ id, level, statement, reason }: Entry): string {
  return `${colors.yellow('waived')}  ${colors.bold(id)}  ${level}  ${statement}\n  known     ${printable(reason ?? '')}\n`;
}

/** Requirements that could not be judged, those with the same reason together: one cause is told once. */
export function describeUnjudged(entries: readonly Entry[]): string[] {
  const reasons = new Map<string, Entry[]>();
  for (const entry of entries) {
    // The suite's own fault has its stack in results.json.
    const key = `${entry.verdict}  ${printable((entry.reason ?? 'no reason given').split('\n', 1)[0] ?? '')}`;
    reasons.set(key, [...(reasons.get(key) ?? []), entry]);
  }
  return [...reasons].map(([reason, group]) => {
    const ids = group.map(({ id, level }) => (level === 'MUST' ? id : `${id} (${level})`));
    return `${colors.yellow(reason)}\n  ${ids.join(', ')}\n`;
  });
}
