import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviations } from '../../fixtures/reference-target/deviations/index.ts';
import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { packageRoot } from '../../src/spec/package-root.ts';
import { judgedIds } from '../proof/judged.ts';
import { proofDigest } from '../proof/proof-digest.ts';
import { NULL_SERVERS } from './null-server.ts';

const proof = readFileSync(join(packageRoot, 'PROOF.md'), 'utf8');

/** The number that stands behind some words of the proof. */
function figure(words: string): number {
  return Number(proof.split(words)[1]?.match(/^[\d.]+/)?.[0]);
}

describe('the committed proof', () => {
  test('is of this catalogue, these checks and these targets; if not: npm run prove', () => {
    expect(proof).toContain(`- proven: ${proofDigest()}\n`);
  });

  test('tried everything there is', () => {
    expect(figure('- requirements judged: ')).toBe(judgedIds().length);
    expect(figure('- deviations: ')).toBe(deviations.length);
    expect(figure('- conforming targets: ')).toBe(variants.length + 1);
    expect(figure('- servers that implement nothing: ')).toBe(Object.keys(NULL_SERVERS).length);
  });

  test('noticed every deviation and blamed hardly anything beside', () => {
    expect(figure(', noticed ')).toBe(100);
    expect(figure('- attribution: ')).toBeGreaterThanOrEqual(95);
  });

  test('raised no false alarm and passed nothing by luck', () => {
    expect(figure('false alarms ')).toBe(0);
    expect(figure('lucky passes ')).toBe(0);
  });
});
