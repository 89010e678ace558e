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
    const depth = 1 + deepest(before);
    links.push({ by, startedAt, endedAt: startedAt + durationMs, depth });
  }
  return links;
}

/** The longest chain of requests in a run: what comes last comes in phases, each of which waits for the one before. */
export function longestChain(lines: readonly EvidenceLine[], phases: readonly (readonly string[])[]): number {
  const links = linksOf(lines);
  const last = phases.flat();
  const meanwhile = links.filter(({ by }) => !last.includes(by));
  const each = phases.map((phase) => links.filter(({ by }) => phase.includes(by)));
  return [meanwhile, ...each].reduce((sum, phase) => sum + deepest(phase), 0);
}

function deepest(links: readonly Link[]): number {
  return links.reduce((most, { depth }) => Math.max(most, depth), 0);
}

function startOf({ exchange }: EvidenceLine): number {
  return exchange?.startedAt ?? 0;
}
