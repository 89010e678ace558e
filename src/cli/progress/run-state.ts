import type { Wait } from '../../conformance/waiting.ts';

/** How far a run is; times in milliseconds since the epoch. */
export interface RunState {
  readonly startedAt: number;
  /** By operation: requirements examined, of how many. */
  readonly groups: ReadonlyMap<string, { done: number; readonly of: number }>;
  /** How the examination of each requirement ended. */
  readonly outcomes: Map<string, string>;
  /** What is waited for, by who waits. */
  readonly waits: Map<string, Wait>;
}
