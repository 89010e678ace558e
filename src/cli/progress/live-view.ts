import { createLogUpdate } from 'log-update';
import type { Requirement } from '../../conformance/catalogue.ts';
import { onWaiting, type Wait } from '../../conformance/waiting.ts';
import { groupOf } from '../../report/operation-group.ts';
import type { Progress } from '../../report/verdict-reporter.ts';
import { frameOf } from './frame.ts';
import type { RunState } from './run-state.ts';

const REFRESH_MS = 100;

/** What a person sees while a run is under way: how far each operation is, what was found, what is waited for. */
export class LiveView implements Progress {
  readonly #show: ReturnType<typeof createLogUpdate>;
  readonly #groups: ReadonlyMap<string, string>;
  readonly #state: RunState;
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;

  constructor(stream: NodeJS.WriteStream, wanted: readonly Requirement[]) {
    this.#show = createLogUpdate(stream, { showCursor: true });
    this.#groups = new Map(wanted.map(({ id, operations }) => [id, groupOf({ operation: operations.join() })]));
    this.#state = { startedAt: Date.now(), groups: countGroups(this.#groups), outcomes: new Map(), waits: new Map() };
    this.#timer = setInterval(() => this.#draw(), REFRESH_MS).unref();
    this.#stopListening = onWaiting((wait) => this.#hear(wait));
  }

  begun(): void {}

  examined(id: string, outcome: string): void {
    this.#state.outcomes.set(id, outcome);
    const group = this.#state.groups.get(this.#groups.get(id) ?? '');
    if (group !== undefined) group.done += 1;
  }

  over(): void {
    clearInterval(this.#timer);
    this.#stopListening();
    this.#state.waits.clear();
    this.#draw();
    this.#show.done();
  }

  #hear(wait: Wait): void {
    const { waits } = this.#state;
    if (wait.until === 0) waits.delete(wait.by);
    else waits.set(wait.by, wait);
  }

  #draw(): void {
    this.#show(frameOf(this.#state, Date.now()));
  }
}

function countGroups(groups: ReadonlyMap<string, string>) {
  const names = [...groups.values()];
  return new Map(
    [...new Set(names)].map((name) => [name, { done: 0, of: names.filter((each) => each === name).length }]),
  );
}
