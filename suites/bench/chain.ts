import type { EvidenceLine } from '../../src/conformance/evidence-line.ts';

/** A request as it was recorded, in milliseconds since the epoch, and how many requests it had to wait for. */
export interface Link {
  readonly by: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly depth: number;
}

/** Requests of one requirement or stage depend on those of it that were answered before they left; of others they do not. */
export function linksOf(lines: readonly EvidenceLine[]): Link[] {
  const links: Link[] = [];
  for (const { by, exchange } of lines.toSorted((one, other) => startOf(one) - startOf(other))) {
    if (exchange === undefined) continue;
    const { startedAt, durationMs } = exchange;
    const before = links.filter((link) => link.by === by && link.endedAt <= startedAt);
    const depth = 1 + before.reduce((most, link) => Math.max(most, link.depth), 0);
    links.push({ by, startedAt, endedAt: startedAt + durationMs, depth });
  }
  return links;
}

/** The longest chain of requests in a run: what comes last follows the longest of what ran at the same time. */
export function longestChain(lines: readonly EvidenceLine[], last: readonly string[]): number {
  const links = linksOf(lines);
  const isLast = ({ by }: Link) => last.includes(by) || by === 'clean-up';
  const meanwhile = links.filter((link) => !isLast(link)).reduce((most, { depth }) => Math.max(most, depth), 0);
  const after = new Map<string, number>();
  for (const { by, depth } of links.filter((link) => isLast(link))) after.set(by, Math.max(after.get(by) ?? 0, depth));
  return [...after.values()].reduce((sum, depth) => sum + depth, meanwhile);
}

function startOf({ exchange }: EvidenceLine): number {
  return exchange?.startedAt ?? 0;
}
