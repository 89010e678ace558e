import { parentPort, workerData } from 'node:worker_threads';
import { Agent, request } from 'undici';
import { linksOf } from './chain.ts';
import type { EvidenceLine } from '../../src/conformance/evidence-line.ts';

/** What a floor is measured with: a run's exchanges, where to send them, and the tokens behind the names of variables. */
export interface FloorOrder {
  readonly lines: readonly EvidenceLine[];
  readonly recordedAt: string;
  readonly baseUrl: string;
  readonly tokens: Readonly<Record<string, string>>;
}

/** Milliseconds by the clock and of processors, those of the target included. */
export interface Floor {
  readonly ms: number;
  readonly processorMs: number;
}

const US = 1_000;
const AT_ONCE = 32;
const { lines, recordedAt, baseUrl, tokens } = workerData as FloorOrder;
const agent = new Agent({ connections: AT_ONCE });

const [startedAt, usage] = [performance.now(), process.cpuUsage()];
await replay();
const { user, system } = process.cpuUsage(usage);
const floor: Floor = { ms: performance.now() - startedAt, processorMs: (user + system) / US };
// Threads of one process have no origin to name.
// oxlint-disable-next-line require-post-message-target-origin
parentPort?.postMessage(floor);
await agent.destroy();

/** Sends everything by whom it was sent by: so many of them at the same time, the requests of each as deep as they were. */
async function replay(): Promise<void> {
  const names = new Set(lines.map(({ by }) => by));
  const groups = [...names].map((name) => lines.filter(({ by }) => by === name));
  const next = groups.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const group of next) await replayGroup(group);
    }),
  );
}

async function replayGroup(group: readonly EvidenceLine[]): Promise<void> {
  const ordered = group.toSorted((one, other) => (one.exchange?.startedAt ?? 0) - (other.exchange?.startedAt ?? 0));
  const depths = linksOf(ordered).map(({ depth }) => depth);
  const sent = ordered.filter(({ exchange }) => exchange !== undefined);
  for (let depth = 1; depth <= Math.max(0, ...depths); depth += 1) {
    await Promise.all(sent.filter((_, index) => depths[index] === depth).map((line) => send(line)));
  }
}

async function send({ exchange }: EvidenceLine): Promise<void> {
  if (exchange === undefined) return;
  const { method, url, headers, body } = exchange.request;
  const { authorization, ...others } = headers;
  const token = authorization?.replace(/\$(\w+)/, (_, name: string) => tokens[name] ?? 'garbage');
  const answer = await request(url.replace(recordedAt, baseUrl), {
    dispatcher: agent,
    method,
    headers: { ...others, ...(token !== undefined && { authorization: token }) },
    body: body ?? null,
  });
  await answer.body.text();
}
