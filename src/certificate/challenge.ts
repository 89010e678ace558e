import { createHash, randomBytes } from 'node:crypto';

/** What a certifier's challenge makes of a run: the seed of its data, and its id. */
export interface ChallengedRun {
  readonly nonce: string;
  readonly seed: number;
  readonly runId: string;
}

/** The fewest characters of a challenge: fewer could be guessed, and a run recorded beforehand. */
export const SHORTEST_CHALLENGE = 16;

/** A run on a challenge; the nonce lets the same challenge be tried again on a target that remembers numbers. */
export function challengedRun(challenge: string, nonce = randomBytes(8).toString('hex')): ChallengedRun {
  const digest = createHash('sha256').update(`${challenge}\n${nonce}`).digest();
  return { nonce, seed: digest.readUInt32BE(0), runId: `r${digest.toString('hex', 4, 9)}` };
}
