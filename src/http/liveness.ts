const UNANSWERED_UNTIL_DOWN = 5;
const SILENCE_MS = 1_000;

/**
 * Whether a target still answers. What was under way together fails together, and a restart takes a moment: it is down once
 * several requests that left after the first failure got no answer either, and there was none for a second.
 */
export class Liveness {
  #silentSince: number | undefined;
  #unanswered = 0;
  #isDown = false;

  /** Whether the target has stopped answering; once it has, nothing is sent to it that could tell otherwise. */
  get isDown(): boolean {
    return this.#isDown;
  }

  /** Takes note of an answer. */
  answered(): void {
    this.#silentSince = undefined;
    this.#unanswered = 0;
  }

  /** Takes note of a request that left, and now is given up, at these milliseconds since the epoch. */
  unanswered(leftAt: number, now: number): void {
    this.#silentSince ??= now;
    if (leftAt >= this.#silentSince) this.#unanswered += 1;
    this.#isDown ||= this.#unanswered >= UNANSWERED_UNTIL_DOWN && now - this.#silentSince >= SILENCE_MS;
  }
}
