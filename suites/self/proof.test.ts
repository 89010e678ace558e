import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { judgedIds } from '../proof/judged.ts';
import { PLAIN } from '../proof/plain.ts';
import { NULL_SERVERS } from './null-server.ts';

const proof = readFileSync(join(packageRoot, 'PROOF.md'), 'utf8');
const LEAST_ATTRIBUTION = 95;

/** The rows of one table of the proof, cell by cell. */
function rowsUnder(heading: string): string[][] {
  const section = proof.split(`\n## ${heading}\n`)[1]?.split('\n## ', 1)[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

function figure(pattern: RegExp): number {
  return Number(pattern.exec(proof)?.[1]);
}

describe('the committed proof is not stale: `npm run prove` writes it anew', () => {
  test('it tried each deviation, by what it breaks', () => {
    const tried = rowsUnder('Deviations').map(([name, breaks]) => [name, breaks]);
    expect(tried).toEqual(deviations.map(({ name, breaks }) => [name, breaks.join(' ')]));
  });

  test('it tried each conforming variant, and each server that implements nothing', () => {
    expect(rowsUnder('Conforming variants').map(([name]) => name)).toEqual([
      PLAIN,
      ...variants.map(({ name }) => name),
    ]);
    expect(rowsUnder('Servers that implement nothing').map(([name]) => name)).toEqual(Object.keys(NULL_SERVERS));
  });

  test('it counts the requirements that are judged', () => {
    expect(figure(/requirements judged: (\d+)/)).toBe(judgedIds().length);
  });
});

describe('the committed proof is no worse than it has to be', () => {
  test('every deviation was noticed, and blamed on little else', () => {
    expect(figure(/noticed ([\d.]+) %/)).toBe(100);
    expect(figure(/attribution: ([\d.]+) %/)).toBeGreaterThanOrEqual(LEAST_ATTRIBUTION);
  });

  test('no target that is right failed, and no server that implements nothing passed', () => {
    expect(figure(/false alarms (\d+)/)).toBe(0);
    expect(figure(/lucky passes (\d+)/)).toBe(0);
  });
});
