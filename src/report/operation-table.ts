import { groupOf, groupsOf } from './operation-group.ts';
import type { Results } from './results.ts';

const COLUMNS = ['passed', 'failed', 'warning', 'untestable', 'error', 'not-applicable'] as const;
const NAME_WIDTH = 12;
const COUNT_WIDTH = 11;

/** The verdicts counted by operation; a requirement of several operations counts once, as `several`. */
export function operationTable({ requirements }: Results): string {
  const groups = groupsOf(requirements);
  const head = `${'operation'.padEnd(NAME_WIDTH)}${COLUMNS.map((name) => shorten(name).padStart(COUNT_WIDTH)).join('')}`;
  const rows = groups.map((group) => {
    const entries = requirements.filter((entry) => groupOf(entry) === group);
    const counts = COLUMNS.map((verdict) => entries.filter((entry) => entry.verdict === verdict).length);
    return `${group.padEnd(NAME_WIDTH)}${counts.map((count) => String(count).padStart(COUNT_WIDTH)).join('')}`;
  });
  return [head, ...rows].join('\n');
}

function shorten(verdict: string): string {
  return verdict === 'not-applicable' ? 'n/a' : verdict;
}
