import { changesSince, isFailure, type Change, type Comparable } from '../report/comparison.ts';
import { EXIT_CODES } from './exit-code.ts';
import { readResults } from './read-results.ts';

/** Tells which verdicts differ; returns 1 where something fails that did not, else 0. Throws ConfigurationError. */
export async function diffCommand(earlier: string, later: string, asJson: boolean): Promise<number> {
  const [one, other] = [readResults(earlier), readResults(later)];
  const changes = changesSince(one, other);
  const left = one.partial || other.partial ? inOneAlone(one, other) : 0;
  if (left > 0) process.stderr.write(`not compared, for a partial run left them out: ${left} requirements\n`);
  const lines = changes.map(({ id, before, now }) => `${id}: ${before ?? 'not judged'} -> ${now ?? 'not judged'}`);
  const text = asJson ? JSON.stringify(changes, null, 2) : lines.length === 0 ? 'no verdict differs' : lines.join('\n');
  process.stdout.write(`${text}\n`);
  return changes.some((change) => isWorse(change)) ? EXIT_CODES['non-conformant'] : EXIT_CODES.conformant;
}

function inOneAlone(one: Comparable, other: Comparable): number {
  const ids = [...one.requirements, ...other.requirements].map(({ id }) => id);
  return ids.filter((id) => ids.indexOf(id) === ids.lastIndexOf(id)).length;
}

function isWorse({ before, now }: Change): boolean {
  return isFailure(now) && !isFailure(before);
}
