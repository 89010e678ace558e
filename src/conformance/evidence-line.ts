import { createHash } from 'node:crypto';
import type { Exchange } from '../http/exchange.ts';
import type { Patient, Question } from './counterpart.ts';
import { Secrets } from './secrets.ts';

/**
 * One line of the record of a run: a question, and either the exchange that answered it or the fault that did not; or a wait
 * that was given up, and the looks that it had.
 */
export interface EvidenceLine {
  /** The place in the order in which the run asked. */
  readonly n: number;
  readonly by: string;
  /** What tells this question from others, without secrets. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly answeredAt: number;
  /** Without secrets and without `json`, which the body tells. */
  readonly exchange?: Exchange;
  readonly fault?: { readonly reason: string; readonly request: string };
  /** Whether the body of the answer was too large to be kept. */
  readonly isCut?: boolean;
  /** How often somebody looked who gave up. */
  readonly looks?: number;
}

/**
 * The same for the same question of any run that replays this one, whatever the secrets of either. Questions that differ in
 * a secret alone share a key; the order in which they are asked tells them apart.
 */
export function keyOf({ by, principal, request }: Question): string {
  const { method, url, headers, body = '' } = request;
  const { traceparent: _, authorization, ...steady } = headers;
  const text = SHAPES_ALONE.redact(JSON.stringify([by, principal, method, url, steady, body]));
  return digestOf(`${authorization === undefined}${text}`);
}

/** Tells the waits of a run from each other: who waits, for what, and for the how many-th time. */
export class WaitKeys {
  readonly #counts = new Map<string, number>();

  /** The key of a wait that begins now. */
  next({ by, what }: Patient): string {
    const name = JSON.stringify([by, what]);
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return digestOf(`${count} ${name}`);
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

// Which texts are secrets differs between a run and its replay; what looks like one does not.
const SHAPES_ALONE = new Secrets([]);
