import { expect } from 'vitest';
import type { Deviation } from '../../fixtures/reference-target/deviations/index.ts';
import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { NULL_SERVERS, startNullServer } from '../self/null-server.ts';
import { tokensFor } from '../self/variables.ts';
import { declareTrial } from './declare-trial.ts';
import { alarmsOf, attribute, luckOf, outcomeOf, type Alarms, type Luck, type Outcome } from './outcome.ts';
import { PLAIN } from './plain.ts';
import { startSubject } from './subject.ts';
import { catalogue } from './trial.ts';

declare module 'vitest' {
  interface TaskMeta {
    outcome?: Outcome;
    alarms?: Alarms;
    luck?: Luck;
  }
}

const musts = new Set(catalogue.filter(({ level }) => level === 'MUST').map(({ id }) => id));

/** Declares a proof for each deviation: a requirement that it breaks notices it, and no check breaks down. */
export function proveDeviations(deviations: readonly Deviation[]): void {
  for (const deviation of deviations) {
    const { name, summary } = deviation;
    const start = () => startSubject({ deviations: [name] });
    declareTrial(name, start, (trial, { task }) => {
      const outcome = outcomeOf(name, trial);
      task.meta.outcome = outcome;
      expect(outcome.errors).toEqual([]);
      const { noticedBy } = attribute(deviation, outcome);
      expect(noticedBy, summary).not.toEqual([]);
      const isGrave = noticedBy.some((id) => musts.has(id));
      expect(isGrave && outcome.code !== 1, 'a broken MUST not to end with 1').toBe(false);
    });
  }
}

/** Declares a proof for each way of being right: conformant, whatever the seed. Every worker takes a part of them. */
export function proveVariantsPart(part: number, parts: number): void {
  const seed = Number(process.env['PROOF_SEED'] ?? 1);
  const all = [{ name: PLAIN }, ...variants];
  for (const { name } of all.filter((_variant, index) => index % parts === part - 1)) {
    const start = () => startSubject({ variants: name === PLAIN ? [] : [name] }, seed);
    declareTrial(name, start, (trial, { task }) => {
      const alarms = alarmsOf(name, trial);
      task.meta.alarms = alarms;
      expect(alarms.code, alarms.broken.join('\n')).toBe(0);
    });
  }
}

/** Declares a proof for each server that implements nothing: it passes no MUST. */
export function proveNullServers(): void {
  for (const [name, answer] of Object.entries(NULL_SERVERS)) {
    const start = async () => {
      const server = await startNullServer(answer);
      return { variables: tokensFor(server.baseUrl), close: () => server.close() };
    };
    declareTrial(name, start, (trial, { task }) => {
      const luck = luckOf(name, trial);
      task.meta.luck = luck;
      expect(luck.passed).toEqual([]);
      expect([1, 2]).toContain(luck.code);
    });
  }
}
